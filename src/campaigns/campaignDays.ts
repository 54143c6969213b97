import type { BudgetDefinition } from '../budget/budgetDefinition';
import { closingsKey, isClosedDay } from '../budget/openTime';
import { foldedDays } from '../ledger/foldedDays';
import { deliveredHours, type Ledger } from '../ledger/ledger';
import { assumedOffer, type CampaignOffers, offerOn } from '../ledger/offers';
import { offersOf } from '../ledger/withOffer';
import { MICROS } from '../money/micros';
import { objectiveResults } from '../results/objectiveResults';
import { resultDelay } from '../results/reportDelay';
import { addDays, daysBetween, localClock } from '../time/localClock';
import { dayStartMs } from '../time/localDay';

/** Spend and results of one campaign on a full local day. */
export interface CampaignDay {
	readonly date: string;
	/** Days after the first day of any campaign. */
	readonly day: number;
	/** Major units. */
	readonly spend: number;
	/** Results of the objective: conversions, revenue in major units, clicks or impressions; null where they were not reported. */
	readonly result: number | null;
	/** Share of the results that is usually reported by this age, 0..1. */
	readonly reported: number;
	/** Whether the campaign has changed since: the day still informs the shape of its response, but not its level. */
	readonly isOutdated?: boolean;
	/** Daily budget in force, major units; absent if it is not known, or not one for all of the day. */
	readonly offered?: number;
	/** Whether that is assumed, because the budget was only read later. */
	readonly isAssumed?: boolean;
}

/**
 * Full days with spend of each campaign, in order; campaigns of several sources with one ID are one. A day counts as full if it had ended by
 * the last report. Closed days are left out: they say nothing of others.
 *
 * @returns (campaigns with delivery) by id
 */
export function campaignDays(ledger: Ledger, definition: BudgetDefinition): DaysOfCampaigns {
	const key = `${definition.objective} ${definition.timeZone} ${closingsKey(definition)}`;
	const known = counted.get(ledger) ?? new Map<string, DaysOfCampaigns>();
	counted.set(ledger, known);
	const days = known.get(key) ?? countDays(ledger, definition);
	known.set(key, days);
	return days;
}

export type DaysOfCampaigns = ReadonlyMap<string, readonly CampaignDay[]>;

/** Ledgers are never changed, so the days of each are counted once. */
const counted = new WeakMap<Ledger, Map<string, DaysOfCampaigns>>();

function countDays(ledger: Ledger, definition: BudgetDefinition): DaysOfCampaigns {
	const { timeZone, objective } = definition;
	const untilMs = ledger.dataUntilMs ?? -Infinity;
	const reportedAt = resultDelay(objective, ledger);
	const hours = deliveredHours(ledger);
	const folded = ledger.campaigns.map((campaign) => ({ campaignId: campaign.campaignId, days: foldedDays(campaign) }));
	const resultOf = objectiveResults(objective, [...hours, ...folded.flatMap(({ days }) => days)]);
	const sums = new Map<string, Map<string, DaySum>>();
	const sumOn = (campaignId: string, date: string): DaySum => {
		const days = sums.get(campaignId) ?? new Map<string, DaySum>();
		const sum = days.get(date) ?? { spend: 0, result: null, reportedSpend: 0 };
		sums.set(campaignId, days.set(date, sum));
		return sum;
	};
	for (const { campaignId, days } of folded) {
		for (const day of days) addTo(sumOn(campaignId, day.date), day.spend, resultOf(day), FULLY_REPORTED);
	}
	for (const hour of hours) {
		const { date } = localClock(hour.startMs, timeZone);
		addTo(sumOn(hour.campaignId, date), hour.spend, resultOf(hour), reportedAt(untilMs - hour.endMs));
	}
	const isOver = new Map<string, boolean>();
	for (const date of new Set([...sums.values()].flatMap((days) => [...days.keys()]))) {
		isOver.set(date, dayStartMs(addDays(date, 1), timeZone) <= untilMs);
	}
	const first = [...isOver.keys()].sort()[0];
	const offers = offersOf(ledger);
	return new Map(
		[...sums].map(([campaignId, days]) => [
			campaignId,
			[...days]
				.filter(([date, { spend }]) => isOver.get(date) && spend > 0 && !isClosedDay(definition, date))
				.sort(([a], [b]) => (a < b ? -1 : 1))
				.map(([date, { spend, result, reportedSpend }]) => ({
					date,
					day: daysBetween(first!, date),
					spend: spend / MICROS,
					result,
					reported: reportedSpend / spend,
					...offeredOn(offers.get(campaignId), date),
				})),
		]),
	);
}

function offeredOn(offers: CampaignOffers | undefined, date: string): Pick<CampaignDay, 'offered' | 'isAssumed'> {
	const offer = offerOn(offers, date);
	if (offer !== undefined) return offer.isMixed ? {} : { offered: offer.amount / MICROS };
	const assumed = assumedOffer(offers, date);
	return assumed === undefined ? {} : { offered: assumed / MICROS, isAssumed: true };
}

/**
 * The days of all campaigns, added up as if they were one campaign. Their budget is that of everything together, or else the sum of their own, if all
 * are known.
 */
export function daysTogether(campaigns: DaysOfCampaigns, ledger: Ledger): readonly CampaignDay[] {
	const together = new Map<string, CampaignDay>();
	for (const own of [...campaigns.values()].flat()) {
		const day = together.get(own.date);
		if (day === undefined) together.set(own.date, own);
		else {
			const spend = day.spend + own.spend;
			together.set(own.date, {
				date: day.date,
				day: day.day,
				spend,
				result: day.result === null || own.result === null ? (day.result ?? own.result) : day.result + own.result,
				reported: (day.spend * day.reported + own.spend * own.reported) / spend,
				...bothOffered(day, own),
			});
		}
	}
	const offers = offersOf(ledger).get('');
	return [...together.values()]
		.sort((a, b) => a.day - b.day)
		.map((day) => (offers === undefined ? day : { ...day, ...offeredOn(offers, day.date) }));
}

const bothOffered = (one: CampaignDay, other: CampaignDay): Pick<CampaignDay, 'offered' | 'isAssumed'> => ({
	...(one.offered !== undefined && other.offered !== undefined && { offered: one.offered + other.offered }),
	...((one.isAssumed === true || other.isAssumed === true) && { isAssumed: true }),
});

interface DaySum {
	/** Micros. */
	spend: number;
	result: number | null;
	/** Sum over hours of spend times the share of the hour's results that is reported. */
	reportedSpend: number;
}

/** Hours are folded once no more results are expected. */
const FULLY_REPORTED = 1;

function addTo(sum: DaySum, spend: number, result: number | null, reported: number): void {
	sum.spend += spend;
	sum.reportedSpend += spend * reported;
	if (result !== null) sum.result = (sum.result ?? 0) + result;
}
