import type { INodeExecutionData } from 'n8n-workflow';

import { type AlertMessage, digestMessages, type RankingCurrency } from '../../src/index';
import { groupBy } from '../shared/groupBy';
import { toItem } from '../shared/toItem';
import type { exhaustionItem } from './exhaustionItem';

/** The alert of a budget that goes into a digest, and its account, empty if none is named. */
export interface Described {
	readonly account: string;
	readonly message: AlertMessage;
	/** The currency that budgets are ranked in; undefined to rank each currency separately. */
	readonly ranking: RankingCurrency | undefined;
}

interface Member extends Described {
	readonly item: INodeExecutionData;
	readonly itemIndex: number;
}

/**
 * One item for the budgets of each account instead of one for each budget; other items, such as errors, follow as they are.
 *
 * @param described by the position of the input item
 */
export function withDigests(
	items: readonly INodeExecutionData[],
	described: ReadonlyMap<number, Described>,
): INodeExecutionData[] {
	const indexOf = ({ pairedItem }: INodeExecutionData) => (pairedItem as { item: number }).item;
	const others = items.filter((item) => !described.has(indexOf(item)));
	const members = items.flatMap((item): Member[] => {
		const itemIndex = indexOf(item);
		const words = described.get(itemIndex);
		return words === undefined ? [] : [{ ...words, item, itemIndex }];
	});
	const accounts = groupBy(members, ({ account }) => account);
	return [...[...accounts].map(([account, itsMembers]) => digestItem(account, itsMembers)), ...others];
}

/** Fields of a budget's item that its digest has for all. */
const SAID_FOR_ALL = ['slack', 'mail'] as const;

type BudgetInDigest = Omit<ReturnType<typeof exhaustionItem>, (typeof SAID_FOR_ALL)[number]>;

const digestItem = (account: string, members: readonly Member[]): INodeExecutionData =>
	toItem(
		digestFields(account, members),
		members.map(({ itemIndex }) => itemIndex),
	);

function digestFields(account: string, members: readonly Member[]) {
	const itemOf = new Map(members.map(({ message, item }) => [message, item]));
	const { ranked, ...messages } = digestMessages([...itemOf.keys()], account, members[0]!.ranking);
	const budgets = ranked.map((message) => {
		const fields = { ...itemOf.get(message)!.json };
		for (const field of SAID_FOR_ALL) delete fields[field];
		return fields as unknown as BudgetInDigest;
	});
	return { account, ...messages, budgets };
}
