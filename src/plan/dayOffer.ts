import { splitBasis, splitDay } from '../campaigns/splitDay';
import { fromMinorUnits, toMinorUnits } from '../money/minorUnits';
import { randomFrom } from '../statistics/seededRandom';
import { isLastOfMonth, weekdayOfDate } from '../time/localClock';
import { correctedOffer, isAfternoon } from './correctedOffer';
import { largestOffers } from '../campaigns/largestOffers';
import { isSteeredByDay, spendOfOffers } from './dayDemand';
import { type DayTarget, isLastDays, openDaysAhead } from './dayTarget';
import { mostOfDay } from './mostOfDay';
import type { PlanContext } from './planContext';

/**
 * The target with what has to be offered to spend it: a campaign that demand limits spends less than its budget. What no day has demand for is added, to be
 * stated as unallocated.
 */
export function dayOffer(context: PlanContext, target: DayTarget): DayTarget {
	const { learning, date } = context;
	if (!isSteeredByDay(learning) || target.amount === 0) return target;
	const { definition } = learning;
	const { currency, campaigns, budgetId, limits } = definition;
	const learned = learning.campaigns();
	const { deliveries } = learned;
	const weekday = weekdayOfDate(date);
	const major = (units: number) => Number(fromMinorUnits(units, currency));
	const highs = largestOffers(deliveries, weekday, isLastDays(target));
	const offersOf = (units: number): number[] => {
		if (campaigns === undefined) return [Math.min(major(units), highs[0]!)];
		const basis = splitBasis(campaigns, learned, currency);
		return splitDay(basis, {
			dayAmount: units,
			spent: campaigns.map(() => 0),
			demand: highs.map((high) => (high === Infinity ? Infinity : toMinorUnits(high, currency, 'down'))),
			explores: true,
			reserve: limits.learningReserve ?? 0,
			randomFor: (campaignId) => randomFrom(`${budgetId} ${date} ${campaignId}`),
		}).amounts.map(major);
	};
	const scale = toMinorUnits(1, currency, 'nearest');
	const all = highs.reduce((sum, high) => sum + high, 0);
	const caps = mostOfDay(definition, date);
	const most = Math.min(
		all === Infinity ? Infinity : toMinorUnits(all, currency, 'down'),
		caps,
		openDaysAhead(target) === 0 ? Math.floor(LAST_OVER * target.amount) : Infinity,
		Math.floor(MOST_OVER * target.amount),
	);
	const isKnown = deliveries.some(({ ceilings }) => ceilings !== null);
	const rounds = isKnown ? (campaigns === undefined ? ROUNDS : ROUNDS_OF_SPLIT) : 0;
	let offered = Math.min(target.amount, most);
	for (let round = 0; round < rounds; round++) {
		const spend = spendOfOffers(deliveries, weekday, offersOf(offered));
		offered = Math.floor(Math.min(most, (target.amount * offered) / Math.max(1, spend * scale)));
	}
	const least = isBounded(context, target) ? target.amount : 0;
	offered = Math.max(least, offered);
	const corrected = correctedOffer(context, target, {
		goal: major(target.amount),
		offered: major(offered),
		spend: isKnown ? spendOfOffers(deliveries, weekday, offersOf(offered)) : major(offered),
	});
	offered = Math.min(caps, Math.max(least, toMinorUnits(corrected, currency, 'down')));
	return { ...target, amount: offered + target.unplaced.ofDay };
}

/** An offer is at most this multiple of what is wanted. */
const MOST_OVER = 1.6;

/** Steps toward the offer whose expected spend is wanted; a split over campaigns takes longer, and its proportions hardly change. */
const ROUNDS = 8;
const ROUNDS_OF_SPLIT = 2;

/** On a period's last day nothing makes up for what is spent too much. */
const LAST_OVER = 1.15;

/**
 * Whether the day can spend no more than its daily budget: on the last day of a month, on platforms where an edit bounds the rest of it. Until noon there is
 * still time to make one.
 */
const isBounded = (context: PlanContext, target: DayTarget): boolean =>
	context.push.boundsMonth &&
	openDaysAhead(target) === 0 &&
	isLastOfMonth(context.date) &&
	(context.push.boundedMs >= context.day[0]!.startMs || !isAfternoon(context));
