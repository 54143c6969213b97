import type { BudgetDefinition } from '../budget/budgetDefinition';
import type { DeliveredHour } from '../ledger/deliveredHour';
import { type FoldedDay, foldedDays } from '../ledger/foldedDays';
import { deliveredHours, type Ledger } from '../ledger/ledger';
import { objectiveResults } from '../results/objectiveResults';
import { type Delay, conversionDelay } from '../results/reportDelay';
import { addDays, daysBetween, localClock } from '../time/localClock';
import { dayStartMs } from '../time/localDay';

const MICROS = 1_000_000;

/** What one campaign spent and brought on a full local day. */
export interface CampaignDay {
	readonly date: string;
	/** Days after the first day of any campaign. */
	readonly day: number;
	/** Major units. */
	readonly spend: number;
	/** In the objective's results: conversions, revenue in major units, clicks; null where they were not reported. */
	readonly result: number | null;
	/** Share of the results that is usually reported at that age, 0..1. */
	readonly reported: number;
	/** Whether the campaign was found to have changed since: the day tells the shape of its response, and no longer its level. */
	readonly isOutdated?: boolean;
}

/**
 * Full days of campaigns that spent anything, in order: only days that had ended when the last report came.
 *
 * @returns (campaigns seen) by id
 */
export function campaignDays(
	ledger: Ledger,
	{ timeZone, objective }: BudgetDefinition,
): ReadonlyMap<string, readonly CampaignDay[]> {
	const untilMs = ledger.dataUntilMs ?? -Infinity;
	const reportedAt = conversionDelay(ledger);
	const hours = deliveredHours(ledger);
	const folded = ledger.campaigns.map((campaign) => ({ ...campaign, days: foldedDays(campaign) }));
	const resultOf = objectiveResults(objective, [...hours, ...folded.flatMap(({ days }) => days)]);
	const sums = new Map(
		folded.map(({ campaignId, days }) => [
			campaignId,
			new Map(days.map((day): [string, DaySum] => [day.date, sumOfFolded(day, resultOf(day))])),
		]),
	);
	for (const hour of hours) {
		const { date } = localClock(hour.startMs, timeZone);
		const days = sums.get(hour.campaignId)!;
		const sum = days.get(date) ?? { spend: 0, result: null, reportedSpend: 0 };
		days.set(date, sum);
		addHour(sum, hour, resultOf(hour), reportedAt, untilMs);
	}
	const isOver = new Map<string, boolean>();
	for (const date of new Set([...sums.values()].flatMap((days) => [...days.keys()]))) {
		isOver.set(date, dayStartMs(addDays(date, 1), timeZone) <= untilMs);
	}
	const first = [...isOver.keys()].sort()[0];
	return new Map(
		[...sums].map(([campaignId, days]) => [
			campaignId,
			[...days]
				.filter(([date, { spend }]) => isOver.get(date) && spend > 0)
				.sort(([a], [b]) => (a < b ? -1 : 1))
				.map(([date, { spend, result, reportedSpend }]) => ({
					date,
					day: daysBetween(first!, date),
					spend: spend / MICROS,
					result,
					reported: reportedSpend / spend,
				})),
		]),
	);
}

/** The days of all campaigns as those of one. */
export function daysTogether(campaigns: ReadonlyMap<string, readonly CampaignDay[]>): readonly CampaignDay[] {
	const together = new Map<string, CampaignDay>();
	for (const own of [...campaigns.values()].flat()) {
		const day = together.get(own.date);
		if (day === undefined) together.set(own.date, own);
		else {
			const spend = day.spend + own.spend;
			together.set(own.date, {
				...day,
				spend,
				result: day.result === null || own.result === null ? (day.result ?? own.result) : day.result + own.result,
				reported: (day.spend * day.reported + own.spend * own.reported) / spend,
			});
		}
	}
	return [...together.values()].sort((a, b) => a.day - b.day);
}

interface DaySum {
	/** Micros. */
	spend: number;
	result: number | null;
	/** Spend, each hour's times the share of its results that is reported. */
	reportedSpend: number;
}

/** Hours are folded when no more results of them are expected. */
const sumOfFolded = ({ spend }: FoldedDay, result: number | null): DaySum => ({ spend, result, reportedSpend: spend });

function addHour(sum: DaySum, hour: DeliveredHour, result: number | null, reportedAt: Delay, untilMs: number): void {
	sum.spend += hour.spend;
	sum.reportedSpend += hour.spend * reportedAt(untilMs - hour.endMs);
	if (result !== null) sum.result = (sum.result ?? 0) + result;
}
