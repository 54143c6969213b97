import { sum } from 'simple-statistics';

import type { Learning } from '../learning/learning';
import { formatUnits } from '../format/formatUnits';
import type { Note } from '../notes/note';
import { planNotes } from '../notes/planNotes';
import type { CampaignSpend } from '../campaigns/campaignSpend';
import { toMicros } from '../money/micros';
import { fromMinorUnits, toMinorUnits } from '../money/minorUnits';
import { weekdayOfDate } from '../time/localClock';
import { randomFrom } from '../statistics/seededRandom';
import { roundIntervalTo, roundTo } from '../statistics/roundTo';
import { gammaInterval } from '../statistics/shrinkage';
import { responseAt } from '../campaigns/responseAt';
import { largestOffers } from '../campaigns/largestOffers';
import { type DaySplit, splitBasis, splitDay } from '../campaigns/splitDay';
import { deliveredByPart, spreadOverHours } from './campaignHours';
import type { CampaignPlan } from './campaignPlan';
import { campaignReasons } from './campaignReasons';
import { isSteeredByDay } from './dayDemand';
import type { DayDelivery } from './dayDelivery';
import { headroomAbove } from './headroom';
import type { PlannedAmounts } from './planAmounts';

/** A day's plan to split over campaigns. Amounts in minor units. */
interface PlanToSplit {
	readonly learning: Learning;
	readonly date: string;
	readonly delivery: DayDelivery;
	/** (hours) delivered so far, as reported. */
	readonly reported: readonly number[];
	/** (hours) the same with what is expected but not reported. */
	readonly delivered: readonly number[];
	/** (past hours) */
	readonly past: readonly number[];
	readonly dayAmount: number;
	/** The part of it that no campaign has demand for, which is not planned. */
	readonly withoutDemand: number;
	/** Whether the period that sets the day's amount is nearly over. */
	readonly isLastDays: boolean;
	/** Plans the open hours with an amount withheld from the day. */
	readonly planAmounts: (withheld: number) => PlannedAmounts;
}

export interface SplitPlan {
	readonly planned: PlannedAmounts;
	/** (hours) */
	readonly amounts: readonly number[];
	/** Absent if the budget names no campaigns. */
	readonly campaigns?: {
		readonly plans: CampaignPlan[];
		readonly warnings: readonly Note[];
	};
}

/**
 * The hours of a day and, if the budget names campaigns, the part of each campaign in every hour. Rows and columns add up to the
 * minor unit.
 *
 * Spend of campaigns that the budget does not name is not split. What the campaigns' maxima leave unallocated is withheld from the hours.
 */
export function splitPlan(plan: PlanToSplit): SplitPlan {
	const { learning, date, delivery, reported, delivered, past, dayAmount, withoutDemand } = plan;
	const { definition } = learning;
	const allocated = plan.planAmounts(0);
	const whole = { ...allocated, unspendable: allocated.unspendable + withoutDemand };
	if (definition.campaigns === undefined) return { planned: whole, amounts: [...past, ...whole.amounts] };

	const { campaigns, currency, limits, budgetId } = definition;
	const ids = new Set(campaigns.map(({ campaignId }) => campaignId));
	const idle = delivered.map(() => 0);
	const others = [...delivery.campaigns].filter(([id]) => !ids.has(id));
	const learned = learning.campaigns();
	const parts = [...campaigns.map(({ campaignId }) => delivery.campaigns.get(campaignId) ?? idle), sumOf(idle, others)];
	const silent = delivered.map((units, hour) => units - reported[hour]!);
	const reportedBy = deliveredByPart(parts, reported, currency);
	const silentBy = silentByPart(parts, silent, learned.spends, currency);
	const byPart = reportedBy.map((hours, part) => hours.map((units, hour) => units + silentBy[part]![hour]!));
	const spent = byPart.map(sum);
	const spentByOthers = spent.pop()!;
	const weekday = weekdayOfDate(date);
	const demand = isSteeredByDay(learning)
		? largestOffers(learned.deliveries, weekday, plan.isLastDays).map((offer) =>
				offer === Infinity ? Infinity : toMinorUnits(offer, currency, 'down'),
			)
		: null;
	const split = splitDay(splitBasis(campaigns, learned, currency), {
		dayAmount: sum(past) + sum(whole.amounts) - spentByOthers,
		spent,
		...(demand !== null && { demand }),
		explores: true,
		reserve: limits.learningReserve ?? 0,
		randomFor: (campaignId) => randomFrom(`${budgetId} ${date} ${campaignId}`),
	});
	const unspendable = whole.unspendable + split.unallocated;
	const planned = split.unallocated === 0 ? whole : { ...plan.planAmounts(unspendable - withoutDemand), unspendable };
	const amounts = [...past, ...planned.amounts];
	const open = spreadOverHours(
		split.amounts.map((amount, campaign) => amount - spent[campaign]!),
		amounts.map((amount, hour) => amount - delivered[hour]!),
	);
	const money = (units: number) => fromMinorUnits(units, currency);
	const plans = campaigns.map((campaign, position): CampaignPlan => {
		const amount = split.amounts[position]!;
		const response = learned.responses?.[position] ?? null;
		const at = response === null || amount === 0 ? null : responseAt(response, Number(money(amount)));
		return {
			campaignId: campaign.campaignId,
			amount: money(amount),
			spent: money(sum(reportedBy[position]!)),
			share: dayAmount > 0 ? roundTo(amount / dayAmount, 6) : 0,
			hours: amounts.map((_, hour) => money(byPart[position]![hour]! + open[position]![hour]!)),
			expected: at && roundIntervalTo(gammaInterval(at.results), 4),
			marginalReturn: at && Number(at.marginalReturn.toPrecision(6)),
			saturation: at && roundIntervalTo(at.saturation, 4),
			identified: at?.identified ?? false,
			limitedBy: demand === null ? null : learned.deliveries[position]!.limitedBy,
			headroom: demand === null ? null : headroomAbove(learned.deliveries[position]!, weekday, Number(money(amount))),
			reasons: campaignReasons({
				campaign,
				split,
				position,
				spend: learned.spends[position]!,
				response,
				at,
				delivery: demand === null ? null : { ...learned.deliveries[position]!, weekday },
				currency,
			}),
		};
	});
	return { planned, amounts, campaigns: { plans, warnings: splitWarnings(split, others, spentByOthers, currency) } };
}

function splitWarnings(
	{ missing }: DaySplit,
	others: readonly [string, readonly number[]][],
	spentByOthers: number,
	currency: string,
): Note[] {
	const money = (units: number) => formatUnits(units, currency);
	const campaignIds = others.map(([id]) => id);
	return [
		...(missing > 0 ? [planNotes.campaignMinimaUnreachable(money(missing))] : []),
		...(others.length > 0 ? [planNotes.campaignsNotNamed(money(spentByOthers), campaignIds)] : []),
	];
}

/**
 * What is expected but not reported of each named campaign, in proportion to what it has spent today and usually spends in a day.
 *
 * @param reported (parts, hours) micros, the campaigns first
 * @param silent   (hours) minor units
 * @returns (parts, hours) minor units
 */
function silentByPart(
	reported: readonly (readonly number[])[],
	silent: readonly number[],
	spends: readonly CampaignSpend[],
	currency: string,
): number[][] {
	const known = spends.map(({ usual }, part) => sum([...reported[part]!]) + toMicros(usual));
	const total = sum(known);
	const shares = reported.map((_, part) => (total > 0 ? (known[part] ?? 0) / total : part < spends.length ? 1 : 0));
	const micros = silent.map((units) => toMicros(fromMinorUnits(units, currency)));
	return deliveredByPart(
		shares.map((share) => micros.map((expected) => share * expected)),
		silent,
		currency,
	);
}

/** (hours) sum over campaigns. */
const sumOf = (idle: readonly number[], campaigns: readonly [string, readonly number[]][]): number[] =>
	idle.map((_, hour) => sum(campaigns.map(([, spend]) => spend[hour]!)));
