import * as replaying from '../backtest/backtest';
import type { BacktestReport } from '../backtest/backtestReport';
import type { BudgetDefinition, Strategy } from '../budget/budgetDefinition';
import { OBJECTIVE_NAMES } from '../budget/optionNames';
import {
	MinimumMarginalReturn,
	type WhatIf,
	whatIf as answerWhatIf,
	worthwhileAmount as answerWorthwhile,
} from '../campaigns/whatIf';
import { UserError } from '../errors';
import { learn } from '../learning/learn';
import { displayMeasure } from '../learning/objectiveRate';
import type { AlertMessage } from '../messages/alertMessage';
import { type Amount, AskedAmounts, money } from '../money/amount';
import { parse } from '../parse';
import { describeRate, type LearnedPattern } from '../results/describeRate';
import type { Measure } from '../results/measure';
import { type PacingState, readState } from '../state/pacingState';
import * as outlook from '../status/dayOutlook';
import * as dayStatuses from '../status/dayStatus';
import type { ExhaustionForecast } from '../status/exhaustionForecast';
import * as fan from '../status/fanChart';
import * as status from '../status/pacingStatus';
import { alertAt, contextAt, knownStrategy } from './checks';

/** Status of a budget at an instant; see the core's `pacingStatus`. */
export function pacingStatus(state: PacingState, { nowMs }: { nowMs: number }): status.PacingStatus {
	const current = readState(state);
	return status.pacingStatus(contextAt(current, nowMs), current.plan, current);
}

/** What becomes of today's budget if nobody intervenes, in short; `checkExhaustion` says more of it. */
export const dayOutlook = (state: PacingState, { nowMs }: { nowMs: number }): outlook.DayOutlook =>
	outlook.dayOutlook(contextAt(state, nowMs));

/** What today may spend and has spent, without a forecast. */
export const dayStatus = (state: PacingState, { nowMs }: { nowMs: number }): dayStatuses.DayStatus =>
	dayStatuses.dayStatus(contextAt(state, nowMs));

/** Today's spend so far and its forecast by hour, with intervals, if nobody intervenes. */
export const fanChart = (state: PacingState, { nowMs }: { nowMs: number }): fan.FanChart =>
	fan.fanChart(contextAt(state, nowMs));

/** Learned pattern of the objective's rate, or of another rate: multipliers by hour, weekday, week of month and month, with intervals. */
export function learnedPattern(
	state: PacingState,
	{ measure }: { measure?: Measure | undefined } = {},
): LearnedPattern {
	const learning = learn(readState(state));
	const chosen = measure ?? displayMeasure(learning);
	return describeRate(chosen, learning.rate(chosen), learning.definition.timeZone);
}

/**
 * Describes a forecast of `checkExhaustion` in words; `alertMessages` and `digestMessages` render it for Slack, PagerDuty and mail.
 *
 * @param account account or client of the budget, if it is to be named
 */
export function describeAlert(
	state: PacingState,
	{ exhaustion, nowMs, account = '' }: { exhaustion: ExhaustionForecast; nowMs: number; account?: string | undefined },
): AlertMessage {
	return alertAt(contextAt(state, nowMs), exhaustion, account);
}

/**
 * Expected results of a day with today's amount, and of days with other amounts; see the core's `whatIf`.
 *
 * @param amounts major units
 * @throws UserError without evidence of how results respond to spend
 */
export function whatIf(
	state: PacingState,
	{ nowMs, amounts }: { nowMs: number; amounts?: readonly Amount[] | undefined },
): WhatIf[] {
	const { definition, campaigns } = learn(readState(state));
	const today = dayStatus(state, { nowMs }).amount;
	const asked = parse(
		AskedAmounts,
		amounts ?? DEFAULT_MULTIPLES.map((times) => money(today).times(times).toFixed(2)),
		'amounts',
	);
	return answerWhatIf(campaigns(), definition, asked) ?? unknownResponse(definition);
}

/**
 * The day amount above which the marginal return falls below a minimum; see the core's `worthwhileAmount`.
 *
 * @param minimumMarginalReturn minimum results of the objective for one more unit of spend, above 0
 * @throws UserError without evidence of how results respond to spend
 */
export function worthwhileAmount(
	state: PacingState,
	{ minimumMarginalReturn }: { minimumMarginalReturn: number },
): WhatIf {
	const { definition, campaigns } = learn(readState(state));
	const minimum = parse(MinimumMarginalReturn, minimumMarginalReturn, 'minimum marginal return');
	return answerWorthwhile(campaigns(), definition, minimum) ?? unknownResponse(definition);
}

/** @throws UserError always */
function unknownResponse({ budgetId, objective }: BudgetDefinition): never {
	throw new UserError(
		`The response of '${budgetId}' to spend is unknown: no full day with results of the objective ${OBJECTIVE_NAMES[objective]} was reported`,
		'Ingest full days with results first; two weeks of varying spend are the most informative.',
	);
}

/** Default amounts, in multiples of today's. */
const DEFAULT_MULTIPLES = [0.5, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 2] as const;

/**
 * Replays the hours in a state with each strategy, and compares their estimated results with the actual allocation; see the core's `backtestInSteps`.
 *
 * @throws UserError for an unknown strategy, or a history too short to compare
 */
export function backtest(state: PacingState, options: BacktestOptions = {}): BacktestReport {
	const steps = backtestInSteps(state, options);
	let step = steps.next();
	while (step.done !== true) step = steps.next();
	return step.value;
}

/** The same, with a pause after each replayed day, in which a process can do other work. */
export const backtestInSteps = (
	state: PacingState,
	{ strategies }: BacktestOptions = {},
): Generator<void, BacktestReport> =>
	replaying.backtestInSteps(readState(state), { strategies: strategies?.map(knownStrategy) });

interface BacktestOptions {
	readonly strategies?: readonly Strategy[] | undefined;
}
