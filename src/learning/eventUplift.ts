import type { BudgetDefinition } from '../budget/budgetDefinition';
import { isClosedDay } from '../budget/openTime';
import type { DayTotal } from '../ledger/dayTotals';
import type { Ledger } from '../ledger/ledger';
import type { Interval } from '../statistics/interval';
import { daysBetween, localClock } from '../time/localClock';
import { eventEvidence, type ResultDay, eventKey } from './eventEvidence';
import { objectiveResults } from '../results/objectiveResults';
import { resultDelay } from '../results/reportDelay';
import { gammaInterval, shrunkRatios } from '../statistics/shrinkage';
import { DAY_MS } from '../time/durations';

/** The uplift of an event, learned from its earlier days. */
export interface EventUplift {
	/** Factor on the budget of a day of the event. */
	readonly factor: Interval;
	/** Ratio of its results to those of ordinary days at the same spend. */
	readonly results: Interval;
	/** Number of days it was learned from. */
	readonly days: number;
}

/** Inputs that uplifts are learned from. */
interface UpliftInput {
	readonly ledger: Ledger;
	readonly definition: BudgetDefinition;
	readonly days: ReadonlyMap<string, DayTotal>;
	/** Bid elasticity of spend. */
	readonly elasticity: number;
	/** Variance of results over their mean, for independent hours. */
	readonly dispersion: number;
}

/** Also the largest factor that a user may state. */
const MAX_FACTOR = 20;

/** Upper bound on the prior strength: days that somebody enters in a calendar differ from others by at least a tenth. */
const MAX_PRIOR_STRENGTH = 100;

/**
 * Learns the uplift of each event of the calendar from earlier days of the same name.
 *
 * With a bid elasticity of spend e, a day of traffic V and efficiency E has V^(1/e) E x^(1 - 1/e) results at the spend x. The ratio A of
 * its results to those of ordinary days at the same spend (`eventEvidence`) is therefore V^(1/e) E, and the optimal spend is proportional to
 * V E^e = A^e, as in the weights of days. A day with twice the spend and twice the results has the factor 2, which leaves its
 * return unchanged; one with twice the results at the same spend has 2^e; and one that only spent more, because its budget was raised, has a
 * smaller factor than its increase in budget.
 *
 * A has a gamma-Poisson posterior, shrunk toward 1 according to how much the events of the calendar differ from ordinary days. Results are divided by
 * their dispersion, which includes the uncertainty of the ordinary days.
 *
 * @returns by name; null without evidence
 */
export function learnUplifts(input: UpliftInput): (name: string) => EventUplift | null {
	const { events = [] } = input.definition;
	const evidence = [...eventEvidence(resultDays(input), events, input.dispersion)];
	const ratios = shrunkRatios(
		evidence.map(([, { results, dispersion }]) => results / dispersion),
		evidence.map(([, { expected, dispersion }]) => expected / dispersion),
		{ strongest: MAX_PRIOR_STRENGTH },
	);
	const uplifts = new Map(
		evidence.map(([name, { days }], position): [string, EventUplift] => {
			const { mean, relativeDeviation } = ratios[position]!;
			const factor = Math.min(MAX_FACTOR, Math.max(1 / MAX_FACTOR, mean ** input.elasticity));
			return [
				name,
				{
					factor: gammaInterval({ mean: factor, relativeDeviation: input.elasticity * relativeDeviation }),
					results: gammaInterval({ mean, relativeDeviation }),
					days,
				},
			];
		}),
	);
	return (name) => uplifts.get(eventKey(name)) ?? null;
}

/** Full days with spend and reported results of the objective that are not closed. The first input day is left out, because it may be incomplete. */
function resultDays({ ledger, definition, days, elasticity }: UpliftInput): ResultDay[] {
	const { timeZone, objective } = definition;
	const untilMs = ledger.dataUntilMs ?? -Infinity;
	const reportedAt = resultDelay(objective, ledger);
	const resultOf = objectiveResults(objective, [...days.values()]);
	const power = Math.max(0, 1 - 1 / elasticity);
	const today = days.size === 0 ? '' : localClock(untilMs, timeZone).date;
	return [...days]
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.slice(1)
		.flatMap(([date, day]) => {
			const results = resultOf(day);
			if (date >= today || day.spend === 0 || results === null || isClosedDay(definition, date)) return [];
			const reported = reportedAt((daysBetween(date, today) - 0.5) * DAY_MS);
			const { weekday } = localClock(Date.parse(date), 'UTC');
			return [{ date, weekday, results, exposure: reported * day.spend ** power }];
		});
}
