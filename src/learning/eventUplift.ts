import type { BudgetDefinition } from '../budget/budgetDefinition';
import type { DayTotal } from '../ledger/dayTotals';
import type { Ledger } from '../ledger/ledger';
import type { Interval } from '../statistics/interval';
import { daysBetween, localClock } from '../time/localClock';
import { eventEvidence, type ResultDay, sameName } from './eventEvidence';
import { objectiveResults } from '../results/objectiveResults';
import { conversionDelay } from '../results/reportDelay';
import { gammaInterval, shrunkRatios } from '../statistics/shrinkage';

/** The uplift of an event, learned from its earlier days. */
export interface EventUplift {
	/** The factor on the budget that a day of the event should get. */
	readonly factor: Interval;
	/** Results over those of ordinary days at the same spend. */
	readonly results: Interval;
	/** Days it was learned from. */
	readonly days: number;
}

/** What uplifts are learned from. */
interface Known {
	readonly ledger: Ledger;
	readonly definition: BudgetDefinition;
	readonly days: ReadonlyMap<string, DayTotal>;
	/** Elasticity of spend to bids. */
	readonly elasticity: number;
	/** Variance of a count of results over its mean, of independent hours. */
	readonly dispersion: number;
}

const DAY_MS = 86_400_000;

/** The largest factor that a user may state, too. */
const LARGEST_FACTOR = 20;

/** Prior strengths stop here: days that somebody puts into a calendar differ from others by a tenth, or more. */
const LARGEST_STRENGTH = 100;

/**
 * Learns the uplift of each event of the calendar from earlier days of the same name.
 *
 * With elasticity e of spend to bids, a day of traffic V and efficiency E brings V^(1/e) E x^(1 - 1/e) results at the spend x. The ratio A of
 * its results to those of ordinary days at the same spend (`eventEvidence`) is therefore V^(1/e) E, and the optimal spend is in proportion to
 * V E^e = A^e, as days are weighed by their pattern. So a day with twice the spend and twice the results has the factor 2, which leaves its
 * return unchanged; one with twice the results at the same spend has 2^e; and one that only spent more, because its budget was raised, has a
 * smaller factor than its budget had.
 *
 * A is gamma-Poisson, shrunk to 1 by as much as the events of the calendar differ from ordinary days; results are divided by their dispersion,
 * the uncertainty of the ordinary days included.
 *
 * @returns by name; null without evidence
 */
export function learnUplifts(known: Known): (name: string) => EventUplift | null {
	const { events = [] } = known.definition;
	const evidence = [...eventEvidence(resultDays(known), events, known.dispersion)];
	const ratios = shrunkRatios(
		evidence.map(([, { results, dispersion }]) => results / dispersion),
		evidence.map(([, { expected, dispersion }]) => expected / dispersion),
		LARGEST_STRENGTH,
	);
	const uplifts = new Map(
		evidence.map(([name, { days }], position): [string, EventUplift] => {
			const { mean, relativeDeviation } = ratios[position]!;
			const factor = Math.min(LARGEST_FACTOR, Math.max(1 / LARGEST_FACTOR, mean ** known.elasticity));
			return [
				name,
				{
					factor: gammaInterval({ mean: factor, relativeDeviation: known.elasticity * relativeDeviation }),
					results: gammaInterval({ mean, relativeDeviation }),
					days,
				},
			];
		}),
	);
	return (name) => uplifts.get(sameName(name)) ?? null;
}

/** Full days that spent something and reported the results of the objective. The first day known may have begun before. */
function resultDays({ ledger, definition, days, elasticity }: Known): ResultDay[] {
	const { timeZone, objective } = definition;
	const untilMs = ledger.dataUntilMs ?? -Infinity;
	const reportedAt = objective === 'clicks' ? () => 1 : conversionDelay(ledger);
	const resultOf = objectiveResults(objective, [...days.values()]);
	const power = Math.max(0, 1 - 1 / elasticity);
	const today = days.size === 0 ? '' : localClock(untilMs, timeZone).date;
	return [...days]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.slice(1)
		.flatMap(([date, day]) => {
			const results = resultOf(day);
			if (date >= today || day.spend === 0 || results === null) return [];
			const reported = reportedAt((daysBetween(date, today) - 0.5) * DAY_MS);
			const { weekday } = localClock(Date.parse(date), 'UTC');
			return [{ date, weekday, results, exposure: reported * day.spend ** power }];
		});
}
