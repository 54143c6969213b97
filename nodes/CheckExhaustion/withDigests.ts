import type { INodeExecutionData } from 'n8n-workflow';

import { type AlertMessage, digestMessages, type RankingCurrency } from '../../src/index';
import { groupBy } from '../shared/groupBy';
import { toItem } from '../shared/toItem';
import type { exhaustionItem, ExhaustionPart } from '../shared/exhaustionItem';

/** The alert of a budget that goes into a digest, and its account, empty if none is named. */
export interface Described {
	readonly account: string;
	readonly message: AlertMessage;
	/** The currency that budgets are ranked in; undefined to rank each currency separately. */
	readonly ranking: RankingCurrency | undefined;
	/** The parts of its item, of which the messages are those of the digest. */
	readonly include: readonly ExhaustionPart[];
}

interface Member extends Described {
	readonly item: INodeExecutionData;
	readonly itemIndex: number;
	/** The output that the item would leave through by itself. */
	readonly output: number;
}

/**
 * One item for the budgets of each account, whatever output each would leave through, instead of one for each budget. It leaves through the first of
 * these outputs, that of its most urgent budget. Other items, such as errors, follow as they are.
 *
 * @param outputs   items by output, the most urgent output first
 * @param described by the position of the input item
 */
export function withDigests(
	outputs: readonly (readonly INodeExecutionData[])[],
	described: ReadonlyMap<number, Described>,
): INodeExecutionData[][] {
	const members = outputs.flatMap((items, output) =>
		items.flatMap((item): Member[] => {
			const itemIndex = indexOf(item);
			const words = described.get(itemIndex);
			return words === undefined ? [] : [{ ...words, item, itemIndex, output }];
		}),
	);
	const accounts = [...groupBy(members, ({ account }) => account)];
	return outputs.map((items, output) => [
		...accounts.flatMap(([account, its]) => (its[0]!.output === output ? [digestItem(account, its)] : [])),
		...items.filter((item) => !described.has(indexOf(item))),
	]);
}

const indexOf = ({ pairedItem }: INodeExecutionData): number => (pairedItem as { item: number }).item;

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
	const { ranking, include } = members[0]!;
	const { ranked, slack, mail, ...digest } = digestMessages([...itemOf.keys()], account, ranking);
	const messages = {
		...digest,
		...(include.includes('slack') && { slack }),
		...(include.includes('mail') && { mail }),
	};
	const budgets = ranked.map((message) => {
		const fields = { ...itemOf.get(message)!.json };
		for (const field of SAID_FOR_ALL) delete fields[field];
		return fields as unknown as BudgetInDigest;
	});
	return { account, ...messages, told: budgets.flatMap(({ told }) => told), budgets };
}
