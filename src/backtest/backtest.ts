import { sum } from 'simple-statistics';

import { STRATEGIES, type BudgetDefinition, type Strategy } from '../budget/budgetDefinition';
import { BACKTEST_ASSUMPTIONS, backtestNotes } from '../notes/backtestNotes';
import type { Note } from '../notes/note';
import type { Ledger } from '../ledger/ledger';
import { UserError } from '../errors';
import { type Interval, LEVEL } from '../statistics/interval';
import { fromMinorUnits, toMinorUnits } from '../money/minorUnits';
import { sampleInterval } from '../statistics/quantiles';
import type { BacktestReport, Policy, PolicyResult } from './backtestReport';
import { byLocalHour, countedResult, historyDays } from './historyDays';
import { type HourResponse, learnHourResponse } from './hourResponse';
import { judge } from './judge';
import { replayHistory } from './replayHistory';

/** Days that strategies learn from before the first one is replayed, and days that a comparison takes at least. */
const WARM_UP_DAYS = 7;
const FEWEST_REPLAYED = 7;

/** More money than this outside of what was seen, and the history does not support a claim. */
const MOST_OUTSIDE = 0.1;

/** Probability kept for what the model may have wrong, the same for all: without it rankings were right a little less often than they said. */
const MODEL_DOUBT = 0.04;

/** The probability from which one policy may be called the best. */
const CONCLUSIVE = 0.8;

/** A day is exhausted when no more than this share of its amount is left. */
const NEARLY_GONE = 0.005;

/**
 * Replays a budget's own history with each strategy and with what really happened.
 *
 * Every hour is planned when it begins from what was known then; nothing of the hour itself or after it is seen (`replayDay`). What its spend would have brought is judged by a
 * response model that is learned from all of the history (`learnHourResponse`, `judge`), with its uncertainty: the comparison is off-policy, and says what it assumes.
 *
 * @param strategies to compare, all by default
 * @throws UserError if there are too few full days with results
 * @see off-policy evaluation with a reward model (the direct method): M. Dudík, J. Langford and L. Li, Doubly robust policy evaluation and learning, ICML 2011
 */
export function backtest(
	{ definition, ledger }: { readonly definition: BudgetDefinition; readonly ledger: Ledger },
	{ strategies = STRATEGIES }: { strategies?: readonly Strategy[] | undefined } = {},
): BacktestReport {
	const { budgetId, currency } = definition;
	const history = historyDays(ledger, definition);
	const days = history.slice(WARM_UP_DAYS);
	if (days.length < FEWEST_REPLAYED) {
		throw new UserError(
			`The history of '${budgetId}' is too short to compare strategies: ${history.length} full days with results, at least ${WARM_UP_DAYS + FEWEST_REPLAYED} are needed`,
			'Ingest a longer report by the hour, with the results of the objective. Days still running, days without results and days that no hour was measured of do not count.',
		);
	}
	const response = learnHourResponse(history);
	const usual = byLocalHour(history, (spends) => sum(spends) / Math.max(1, spends.length));
	const { replays, allowed: amounts } = replayHistory(ledger, definition, history, WARM_UP_DAYS, strategies);
	const policies: readonly Policy[] = ['actual', ...strategies];
	const spends = [
		days.map(({ hours }) => hours.map(({ spend }) => spend)),
		...replays.map((own) => own.map((replayed) => replayed.spends)),
	];
	const draws = judge(history, WARM_UP_DAYS, spends, response, usual);
	const wins = countWins(draws);
	const money = (amount: number) => fromMinorUnits(toMinorUnits(amount, currency, 'nearest'), currency);
	const results = policies.map((policy, position): PolicyResult => {
		const own = draws[position]!;
		const byDay = spends[position]!;
		const planned = replays[position - 1];
		const allowed = planned?.map(({ dayAmount }) => dayAmount) ?? amounts;
		const spend = sum(byDay.map(sum));
		return {
			policy,
			value: interval(own),
			againstActual: position === 0 ? null : interval(own.map((value, draw) => value - draws[0]![draw]!)),
			probabilityBest: (1 - MODEL_DOUBT) * (wins[position]! / own.length) + MODEL_DOUBT / policies.length,
			spend: money(spend),
			hours: byDay,
			overspend: money(sum(byDay.map((hours, day) => Math.max(0, sum(hours) - allowed[day]!)))),
			daysExhausted: byDay.filter((hours, day) => sum(hours.slice(0, -1)) >= (1 - NEARLY_GONE) * allowed[day]!).length,
			outsideSupport:
				planned === undefined ? 0 : sum(planned.map(({ beyond }) => beyond)) / Math.max(1e-9, sum(allowed)),
		};
	});
	const ranked = [...results].sort((a, b) => b.value.mean - a.value.mean);
	const warnings = warningsOf(ranked, response);
	return {
		budgetId,
		currency,
		from: days[0]!.date,
		to: days.at(-1)!.date,
		days: days.length,
		counted: countedResult(definition.objective),
		elasticity: elasticityInterval(response),
		results: ranked,
		conclusive: ranked[0]!.probabilityBest >= CONCLUSIVE && warnings.length === 0,
		assumptions: BACKTEST_ASSUMPTIONS,
		warnings,
	};
}

/** (policies) draws in which each brings most. */
function countWins(draws: readonly (readonly number[])[]): number[] {
	const wins = draws.map(() => 0);
	draws[0]!.forEach((_, draw) => {
		const values = draws.map((own) => own[draw]!);
		wins[values.indexOf(Math.max(...values))]!++;
	});
	return wins;
}

const interval = (values: readonly number[]): Interval => sampleInterval(Float64Array.from(values));

function elasticityInterval({ elasticities, weights }: HourResponse): Interval {
	const quantile = (probability: number) => {
		let cumulative = 0;
		return elasticities[weights.findIndex((weight) => (cumulative += weight) >= probability)] ?? elasticities.at(-1)!;
	};
	const mean = weights.reduce((total, weight, step) => total + weight * elasticities[step]!, 0);
	return { mean, low: quantile((1 - LEVEL) / 2), high: quantile((1 + LEVEL) / 2), level: LEVEL };
}

function warningsOf(ranked: readonly PolicyResult[], { identified }: HourResponse): Note[] {
	return [
		...(identified ? [] : [backtestNotes.responseAssumed()]),
		...ranked
			.filter(({ outsideSupport }) => outsideSupport > MOST_OUTSIDE)
			.map(({ policy, outsideSupport }) => backtestNotes.outsideSupport(policy, outsideSupport)),
	];
}
