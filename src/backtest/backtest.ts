import { sum } from 'simple-statistics';

import { STRATEGIES, type BudgetDefinition, type Strategy } from '../budget/budgetDefinition';
import { BACKTEST_ASSUMPTIONS, backtestNotes } from '../notes/backtestNotes';
import type { Note } from '../notes/note';
import type { Ledger } from '../ledger/ledger';
import { UserError } from '../errors';
import { type Interval, LEVEL } from '../statistics/interval';
import { fromMinorUnits, toMinorUnits } from '../money/minorUnits';
import { sampleInterval } from '../statistics/quantiles';
import { type BacktestReport, type Policy, POLICY_NAMES, type PolicyResult } from './backtestReport';
import { byLocalHour, countedResult, historyDays } from './historyDays';
import { type HourResponse, learnHourResponse } from './hourResponse';
import { judge } from './judge';
import { replayHistory } from './replayHistory';

/** Days that strategies learn from before the first replayed day. */
const WARM_UP_DAYS = 7;

/** Minimum number of replayed days for a comparison. */
const MIN_REPLAYED_DAYS = 7;

/** If a larger share of the planned spend is outside the observed range, the history does not support a claim. */
const MAX_OUTSIDE_SUPPORT = 0.1;

/** Probability reserved for model error, shared equally by all policies: without it, rankings were correct slightly less often than stated. */
const MODEL_ERROR_PROBABILITY = 0.04;

/** From this probability on, one policy may be called the best. */
const CONCLUSIVE_PROBABILITY = 0.8;

/** A day is exhausted if no more than this share of its amount is left. */
const EXHAUSTED_SHARE_LEFT = 0.005;

/**
 * Replays a budget's own history with each strategy, and compares the strategies with each other and with the actual allocation.
 *
 * Every hour is planned at its start from what was known then, without look-ahead (`replayDay`). The results of its spend are estimated with a response model
 * learned from the whole history, including its uncertainty (`learnHourResponse`, `judge`). The comparison is off-policy, and the report states its assumptions.
 *
 * A long history takes seconds, so it pauses after each day.
 *
 * @param strategies to compare, all by default
 * @throws UserError if there are too few full days with results
 * @see off-policy evaluation with a reward model (the direct method): M. Dudík, J. Langford and L. Li, Doubly robust policy evaluation and learning, ICML 2011
 */
export function* backtestInSteps(
	{ definition, ledger }: { readonly definition: BudgetDefinition; readonly ledger: Ledger },
	{ strategies = STRATEGIES }: { strategies?: readonly Strategy[] | undefined } = {},
): Generator<void, BacktestReport> {
	const { budgetId, currency } = definition;
	const history = historyDays(ledger, definition);
	const days = history.slice(WARM_UP_DAYS);
	if (days.length < MIN_REPLAYED_DAYS) {
		throw new UserError(
			`The history of '${budgetId}' is too short to compare strategies: ${history.length} full days with results, at least ${WARM_UP_DAYS + MIN_REPLAYED_DAYS} are needed`,
			'Ingest a longer hourly report with the results of the objective. Running days, days without results and days without hourly data do not count.',
		);
	}
	const response = learnHourResponse(history);
	const usual = byLocalHour(history, (spends) => sum(spends) / Math.max(1, spends.length));
	const { replays, allowed: amounts } = yield* replayHistory(ledger, definition, history, WARM_UP_DAYS, strategies);
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
			probabilityBest:
				(1 - MODEL_ERROR_PROBABILITY) * (wins[position]! / own.length) + MODEL_ERROR_PROBABILITY / policies.length,
			spend: money(spend),
			hours: byDay,
			overspend: money(sum(byDay.map((hours, day) => Math.max(0, sum(hours) - allowed[day]!)))),
			daysExhausted: byDay.filter((hours, day) => sum(hours.slice(0, -1)) >= (1 - EXHAUSTED_SHARE_LEFT) * allowed[day]!)
				.length,
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
		conclusive: ranked[0]!.probabilityBest >= CONCLUSIVE_PROBABILITY && warnings.length === 0,
		assumptions: BACKTEST_ASSUMPTIONS,
		warnings,
	};
}

/** (policies) draws in which each has the most results. */
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
	const mean = sum(weights.map((weight, step) => weight * elasticities[step]!));
	return { mean, low: quantile((1 - LEVEL) / 2), high: quantile((1 + LEVEL) / 2), level: LEVEL };
}

function warningsOf(ranked: readonly PolicyResult[], { identified }: HourResponse): Note[] {
	return [
		...(identified ? [] : [backtestNotes.responseAssumed()]),
		...ranked
			.filter(({ outsideSupport }) => outsideSupport > MAX_OUTSIDE_SUPPORT)
			.map(({ policy, outsideSupport }) => backtestNotes.outsideSupport(POLICY_NAMES[policy], outsideSupport)),
	];
}
