import type { BudgetDefinition } from '../budget/budgetDefinition';
import type { Ledger } from '../ledger/ledger';
import { offerOn } from '../ledger/offers';
import { sourceName } from '../ledger/source';
import { offersOf, withOffer } from '../ledger/withOffer';
import { inBudget } from '../levers/accountCurrency';
import { Decimal } from '../money/decimal';
import { fromMinorUnits, toMinorUnits } from '../money/minorUnits';
import type { PushRecord } from '../records/pushRecord';
import { localClock } from '../time/localClock';
import type { DayPart } from './dayParts';
import type { PushJob } from './pushJob';

/** A daily budget that is in force from an instant on: set by a confirmed push, or read from the platform. */
export interface BudgetInForce {
	readonly platform: string;
	/** Such as campaign/111. */
	readonly object: string;
	/** Major units of the pacing budget's currency. */
	readonly amount: string;
	/** The one that it replaced, likewise; null if that is not known. */
	readonly before: string | null;
	readonly atMs: number;
}

/** Budgets set by the pushes that have been confirmed since, oldest first. One that a later push replaced is out of date. */
export function confirmedBudgets(since: readonly PushRecord[], records: readonly PushRecord[]): BudgetInForce[] {
	const known = new Set(since.filter(({ status }) => status === 'confirmed').map(({ pushId }) => pushId));
	const confirmed = records.filter(({ lever, status }) => SETTING.includes(lever) && status === 'confirmed');
	return confirmed
		.filter(
			(record) =>
				!known.has(record.pushId) &&
				!confirmed.some(
					({ platform, object, atMs }) =>
						platform === record.platform && object === record.object && atMs > record.atMs,
				),
		)
		.map(({ platform, object, atMs, from, to, exchange }) => {
			const converted = (amount: string) =>
				exchange === undefined
					? amount
					: fromMinorUnits(
							toMinorUnits(new Decimal(amount).times(exchange.rate), exchange.currency, 'nearest'),
							exchange.currency,
						);
			return { platform, object, atMs, amount: exchange?.amount ?? to, before: from === null ? null : converted(from) };
		});
}

/** Levers that set the budget of the day on which they are pushed. */
const SETTING: readonly string[] = ['day-total', 'hours'] satisfies readonly PushRecord['lever'][];

/** Daily budgets as they were just read. */
export const readBudgets = (
	{ target: { platform }, level, account, moment: { nowMs } }: PushJob,
	parts: readonly DayPart[],
): BudgetInForce[] =>
	parts.flatMap(({ id, current, refusal }) => {
		if (current === null || refusal !== null) return [];
		const amount = fromMinorUnits(inBudget(current, account), account.budgetCurrency);
		return [{ platform, object: `${level}/${id}`, amount, before: null, atMs: nowMs }];
	});

/**
 * The ledger with budgets in force, where they are those of campaigns that it or the definition knows. Where a report names the budget too, what is
 * learned later counts: the newest reading of the platform is right about now, whichever way it came.
 *
 * The budget of an ad group, or of several campaigns, is not that of a campaign and says nothing of it.
 */
export const withBudgetsInForce = (
	ledger: Ledger,
	budgets: readonly BudgetInForce[],
	definition: BudgetDefinition,
): Ledger =>
	budgets.reduce((current, { platform, object, amount, before, atMs }) => {
		const [level, campaignId] = object.split('/') as [string, string];
		if (level !== 'campaign' || !isOwn(campaignId, platform, ledger, definition) || Number(amount) === 0)
			return current;
		const { timeZone } = definition;
		const earlier = offerOn(offersOf(current).get(campaignId), localClock(atMs, timeZone).date);
		const replaced =
			earlier === undefined && before !== null && Number(before) > 0
				? withOffer(current, { campaignId, amount: before, atMs }, timeZone)
				: current;
		return withOffer(replaced, { campaignId, amount, atMs }, timeZone);
	}, ledger);

/** Whether a campaign of a platform is one of the budget: reported by that platform alone, or named before any report. */
function isOwn(campaignId: string, platform: string, { campaigns }: Ledger, definition: BudgetDefinition): boolean {
	const reported = campaigns.filter((campaign) => campaign.campaignId === campaignId);
	if (reported.length === 0) return definition.campaigns?.some((named) => named.campaignId === campaignId) ?? false;
	return reported.every(
		({ source }) => source === undefined || source === platform || source.startsWith(sourceName(platform, '')),
	);
}
