import * as replaying from '../backtest/backtest';
import type { BacktestReport } from '../backtest/backtestReport';
import type { BudgetDefinition, Strategy } from '../budget/budgetDefinition';
import { UserError } from '../errors';
import { alertMessage, type AlertMessage } from '../messages/alertMessage';
import { type Amount, AskedAmounts, money } from '../money/amount';
import * as standing from '../pacing/dayStatus';
import type { ExhaustionForecast } from '../pacing/exhaustionForecast';
import * as fan from '../pacing/fanChart';
import * as status from '../pacing/pacingStatus';
import { parse } from '../parse';
import { describeRate, type LearnedPattern } from '../results/describeRate';
import { learn } from '../learning/learn';
import { shownMeasure } from '../learning/objectiveRate';
import type { Measure } from '../results/measure';
import {
	MinimumMarginalReturn,
	type WhatIf,
	whatIf as answerWhatIf,
	worthwhileAmount as answerWorthwhile,
} from '../campaigns/whatIf';
import { type PacingState, readState } from '../state/pacingState';
import { contextAt, knownStrategy } from './checks';

/** Everything about a budget at an instant. */
export function pacingStatus(state: PacingState, { nowMs }: { nowMs: number }): status.PacingStatus {
	const { plan, alert } = readState(state);
	return status.pacingStatus(contextAt(state, nowMs), plan, alert);
}

/** What today may spend and has spent, without a forecast. */
export const dayStatus = (state: PacingState, { nowMs }: { nowMs: number }): standing.DayStatus =>
	standing.dayStatus(contextAt(state, nowMs));

/** Today's spend so far and hour by hour ahead, with intervals, if nobody intervenes. */
export const fanChart = (state: PacingState, { nowMs }: { nowMs: number }): fan.FanChart =>
	fan.fanChart(contextAt(state, nowMs));

/** What was learned of the objective's rate, or of another: multipliers by hour, weekday, week of month and month, with intervals. */
export function learnedPattern(
	state: PacingState,
	{ measure }: { measure?: Measure | undefined } = {},
): LearnedPattern {
	const learning = learn(readState(state));
	const chosen = measure ?? shownMeasure(learning);
	return describeRate(chosen, learning.rate(chosen), learning.definition.timeZone);
}

/**
 * Puts a forecast of `checkExhaustion` into words; `alertMessages` and `digestMessages` make of them what Slack, PagerDuty and mail take.
 *
 * @param account the account or client that the budget belongs to, if it is to be named
 */
export function describeAlert(
	state: PacingState,
	{ exhaustion, nowMs, account = '' }: { exhaustion: ExhaustionForecast; nowMs: number; account?: string | undefined },
): AlertMessage {
	const { dayAmount, spent, learning } = contextAt(state, nowMs);
	const { definition, dataUntilMs } = learning;
	return alertMessage(exhaustion, { definition, day: { amount: dayAmount, spent }, dataUntilMs, account });
}

/**
 * What a day of today's amount would bring, and days with other amounts; see the core's `whatIf`.
 *
 * @param amounts major units
 * @throws UserError while nothing is known of how results respond to spend
 */
export function whatIf(
	state: PacingState,
	{ nowMs, amounts }: { nowMs: number; amounts?: readonly Amount[] | undefined },
): WhatIf[] {
	const { definition, campaigns } = learn(readState(state));
	const today = dayStatus(state, { nowMs }).amount;
	const asked = parse(AskedAmounts, amounts ?? TIMES.map((times) => money(today).times(times).toFixed(2)), 'amounts');
	return answerWhatIf(campaigns(), definition, asked) ?? unknownResponse(definition);
}

/**
 * The amount of a day beyond which the marginal return falls below a minimum; see the core's `worthwhileAmount`.
 *
 * @param minimumMarginalReturn results of the objective that one more unit of spend is to bring, above 0
 * @throws UserError while nothing is known of how results respond to spend
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
		`Nothing is known of how the results of '${budgetId}' respond to spend: no full day with results of the objective '${objective}' was reported`,
		'Ingest full days with results first; two weeks in which spend varied say most.',
	);
}

/** Amounts that are looked at when none are asked for, in multiples of today's. */
const TIMES = [0.5, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 2] as const;

/**
 * Replays the hours that a state holds with each strategy and with what really happened: what each would have brought, with intervals and assumptions.
 *
 * @throws UserError for an unknown strategy, or a history too short to compare
 */
export const backtest = (
	state: PacingState,
	{ strategies }: { strategies?: readonly Strategy[] | undefined } = {},
): BacktestReport => replaying.backtest(readState(state), { strategies: strategies?.map(knownStrategy) });
