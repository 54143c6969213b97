/**
 * The optimizer core: budget pacing as pure functions over one JSON state, without n8n.
 *
 * Instants are epoch milliseconds. Amounts go in as numbers or decimal strings in major units and come out as decimal strings.
 * Every function returns the next state and changes nothing it was given; the same state and instant give the same answer.
 * A state that was stored is checked when it comes back: a corrupt or newer one is a `UserError`.
 */
import * as replaying from './backtest/backtest';
import type { BacktestReport } from './backtest/backtestReport';
import { type BudgetDefinition, STRATEGIES, type Strategy } from './budget/budgetDefinition';
import type { DeliveredHour } from './delivery/deliveredHour';
import type { IngestReport } from './delivery/ingestReport';
import { ingestWindows } from './delivery/ingestWindows';
import { deliveredHours } from './delivery/ledger';
import type { PerformanceWindow } from './delivery/performanceWindow';
import { UserError } from './errors';
import { alertMessage, type AlertMessage } from './messages/alertMessage';
import { dayPosition } from './pacing/dayPosition';
import * as exhaustionCheck from './pacing/checkExhaustion';
import type { ExhaustionForecast } from './pacing/exhaustionForecast';
import * as pace from './pacing/pacingMultiplier';
import * as standing from './pacing/dayStanding';
import * as status from './pacing/pacingStatus';
import * as reallocating from './pacing/reallocate';
import type { Reallocation } from './pacing/reallocation';
import * as fan from './pacing/spendFan';
import { staleness } from './pacing/staleness';
import { describeRate, type LearnedPattern } from './pattern/describeRate';
import { forecastDay } from './pattern/forecastDay';
import { learn, learnAll, shownMeasure } from './pattern/insight';
import type { Measure } from './pattern/measure';
import type { ChannelMix } from './mix/channelMixReport';
import { type Amount, AskedAmounts, money } from './money/amount';
import { parse } from './parse';
import {
	LeastReturn,
	type WhatIf,
	whatIf as answerWhatIf,
	worthwhileAmount as answerWorthwhile,
} from './portfolio/whatIf';
import * as planning from './plan/optimizeAllocation';
import type { SpendPlan } from './plan/spendPlan';
import { GuardFigures } from './push/guardFigures';
import type { PreparedPush } from './push/preparedPush';
import * as pushing from './push/preparePush';
import { PushTarget, type PushTargetInput } from './push/pushTarget';
import * as backtestReporting from './report/backtestPage';
import * as reporting from './report/budgetReport';
import * as mixReporting from './report/mixPage';
import { type PacingState, readState, trust } from './state/pacingState';
import { localClock } from './time/localClock';
import { localDay } from './time/localDay';

export type { BacktestReport } from './backtest/backtestReport';
export {
	BudgetDefinition,
	type BudgetDefinitionInput,
	OBJECTIVES,
	type Objective,
	STRATEGIES,
	type Strategy,
} from './budget/budgetDefinition';
export type { DeliveredHour } from './delivery/deliveredHour';
export { FieldMap, type Format, FORMATS, reportingLag } from './delivery/formats';
export { normaliseRows } from './delivery/normaliseRows';
export { PerformanceWindow } from './delivery/performanceWindow';
export { UserError } from './errors';
export type { Interval } from './interval';
export type { AlertMessage } from './messages/alertMessage';
export { type AlertMessages, alertMessages } from './messages/alertMessages';
export { type DigestMessages, digestMessages } from './messages/digestMessages';
export { RankingCurrency } from './messages/rankingCurrency';
export { displayInstant, displayMoney, displayPercent, displayTime } from './messages/display';
export { channelMix } from './mix/channelMix';
export type { ChannelMix } from './mix/channelMixReport';
export { MixOptions, type MixOptionsInput } from './mix/mixOptions';
export { splitMoney } from './money/splitMoney';
export type { ExhaustionForecast } from './pacing/exhaustionForecast';
export type { PacingStatus } from './pacing/pacingStatus';
export type { Reallocation } from './pacing/reallocation';
export type { SpendFan } from './pacing/spendFan';
export type { LearnedPattern } from './pattern/describeRate';
export { parse } from './parse';
export { SpendPlan } from './plan/spendPlan';
export { LeastReturn, type WhatIf } from './portfolio/whatIf';
export { type Figure, type PlatformProfile, PROFILES } from './push/profiles';
export { GuardFigures } from './push/guardFigures';
export type { HeldBack, PreparedPush, PreparedRequest } from './push/preparedPush';
export type { PushRecord } from './push/pushRecord';
export type { PushRequest } from './push/pushRequest';
export { PushTarget, type PushTargetInput } from './push/pushTarget';
export { allocate } from './response/allocate';
export type { AllocateOptions, Allocation, ResponseCell } from './response/responseCell';
export {
	BacktestSettings,
	CommonSettings,
	ExhaustionSettings,
	FileSettings,
	IngestSettings,
	OptimizeSettings,
	PacingBudgetSettings,
	PushSettings,
	ReallocateSettings,
} from './settings/nodeSettings';
export { createState, PacingState, readState, updateDefinition } from './state/pacingState';

/**
 * Writes delivered windows into a state; see `ingestWindows` for what is accepted, replaced and rejected.
 *
 * What the windows teach is learned at once, so that the decisions that follow are quick.
 *
 * @param nowMs      the instant of the report
 * @param lagMinutes how long after their window has ended figures may still come in: until then they are no evidence of a slow hour
 */
export function ingest(
	state: PacingState,
	windows: readonly PerformanceWindow[],
	nowMs: number,
	{ lagMinutes = 0 }: { lagMinutes?: number | undefined } = {},
): { state: PacingState; report: IngestReport } {
	const before = readState(state);
	const planned = new Map(before.plan?.hours.map((hour) => [hour.startMs, hour]));
	const { ledger, report } = ingestWindows(before.ledger, windows, before.definition, instant(nowMs), {
		planned: (startMs) => planned.get(startMs),
		lagMinutes,
	});
	if (ledger === before.ledger) return { state: before, report };
	const after = trust({ ...before, ledger });
	prepareDecisions(after, nowMs);
	return { state: after, report };
}

/** Learns, and draws the futures of today: all that decisions at this instant read. */
function prepareDecisions({ ledger, definition }: PacingState, nowMs: number): void {
	const insight = learn(ledger, definition);
	learnAll(insight, definition.objective);
	const { date } = localClock(nowMs, definition.timeZone);
	forecastDay(insight, localDay(date, definition.timeZone), ledger.dataUntilMs ?? nowMs);
}

/**
 * The windows that a state still holds one by one, campaigns in order, each in order of time; older ones are statistics. Money in micros, null
 * is not reported.
 */
export const recentHours = (state: PacingState): readonly DeliveredHour[] => deliveredHours(readState(state).ledger);

/**
 * Plans a local day, today by default: exact amounts for its hours by one of six strategies (see `strategyWeights`).
 *
 * @throws UserError for an unknown strategy, or a date that is over
 */
export function optimizeAllocation(
	state: PacingState,
	{ strategy, nowMs, date }: { strategy: Strategy; nowMs: number; date?: string | undefined },
): { state: PacingState; plan: SpendPlan } {
	const options = { strategy: knownStrategy(strategy), nowMs: instant(nowMs), date };
	return withTrust(planning.optimizeAllocation(readState(state), options));
}

/** The gradual factor on spend that makes today's money last; see the core's `pacingMultiplier`. */
export function pacingMultiplier(
	state: PacingState,
	options: { nowMs: number; hourStartMs?: number | undefined },
): pace.Pace {
	instant(options.nowMs);
	return pace.pacingMultiplier(readState(state), options);
}

/** Forecasts whether, when and how badly today's amount runs out; keeps the life of its alert in the state. */
export function checkExhaustion(
	state: PacingState,
	{ nowMs }: { nowMs: number },
): { state: PacingState; exhaustion: ExhaustionForecast } {
	return withTrust(exhaustionCheck.checkExhaustion(readState(state), { nowMs: instant(nowMs) }));
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
	const current = readState(state);
	const { dayAmount, spent } = dayPosition(current, instant(nowMs));
	const { definition, ledger } = current;
	const day = { amount: dayAmount, spent };
	return alertMessage(exhaustion, { definition, day, dataUntilMs: ledger.dataUntilMs, account });
}

/** Moves money between the hours left of today if the evidence says so; by the strategy of today's plan by default. */
export function reallocate(
	state: PacingState,
	{ nowMs, strategy }: { nowMs: number; strategy?: Strategy | undefined },
): { state: PacingState; reallocation: Reallocation } {
	const chosen = strategy === undefined ? undefined : knownStrategy(strategy);
	return withTrust(reallocating.reallocate(readState(state), { nowMs: instant(nowMs), strategy: chosen }));
}

/**
 * Turns today's plan into guarded requests for an ad platform, and puts them on record; see the core's `preparePush`.
 *
 * @param target what the plan is pushed to, as its platform knows it
 * @param planId the plan that was approved; an expired or superseded one is refused
 * @param dryRun whether nothing is to be changed, which is the default
 * @param guards figures in the place of the platform's profile
 * @throws UserError if the plan must not be pushed, or the target lacks what its platform needs
 */
export function preparePush(
	state: PacingState,
	options: {
		target: PushTargetInput;
		planId?: string | undefined;
		nowMs: number;
		dryRun?: boolean | undefined;
		guards?: GuardFigures | undefined;
	},
): { state: PacingState; push: PreparedPush } {
	const { planId, nowMs, dryRun = true } = options;
	const target = parse(PushTarget, options.target, 'push target');
	const guards = parse(GuardFigures, options.guards ?? {}, 'guards');
	const current = readState(state);
	const { definition, plan, pushes = [], ledger } = current;
	const position = dayPosition(current, instant(nowMs));
	const stale = staleness(position, ledger.dataUntilMs, nowMs);
	const known = { definition, plan, pushes, spent: position.spent, stale };
	const { pushes: after, push } = pushing.preparePush(known, { target, planId, nowMs, dryRun, guards });
	return { state: after === pushes ? current : trust({ ...current, pushes: after }), push };
}

/** Everything about a budget at an instant. */
export const pacingStatus = (state: PacingState, { nowMs }: { nowMs: number }): status.PacingStatus =>
	status.pacingStatus(readState(state), { nowMs: instant(nowMs) });

/** What today may spend and has spent, without a forecast. */
export const dayStanding = (state: PacingState, { nowMs }: { nowMs: number }): standing.DayStanding =>
	standing.dayStanding(readState(state), { nowMs: instant(nowMs) });

/** Today's spend so far and hour by hour ahead, with intervals, if nobody intervenes. */
export const spendFan = (state: PacingState, { nowMs }: { nowMs: number }): fan.SpendFan =>
	fan.spendFan(readState(state), { nowMs: instant(nowMs) });

/** What was learned of the objective's rate, or of another: multipliers by hour, weekday, week of month and month, with intervals. */
export function learnedPattern(
	state: PacingState,
	{ measure }: { measure?: Measure | undefined } = {},
): LearnedPattern {
	const { definition, ledger } = readState(state);
	const insight = learn(ledger, definition);
	const chosen = measure ?? shownMeasure(definition.objective, insight);
	return describeRate(chosen, insight.rate(chosen), definition.timeZone);
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
	const { definition, ledger, campaignRegimes } = readState(state);
	const today = dayStanding(state, { nowMs }).amount;
	const asked = parse(AskedAmounts, amounts ?? TIMES.map((times) => money(today).times(times).toFixed(2)), 'amounts');
	return answerWhatIf(ledger, definition, asked, campaignRegimes) ?? unknownResponse(definition);
}

/**
 * The amount of a day beyond which the next money brings less than it should; see the core's `worthwhileAmount`.
 *
 * @param leastReturn results of the objective that one more unit of money is to bring, above 0
 * @throws UserError while nothing is known of how results respond to spend
 */
export function worthwhileAmount(state: PacingState, { leastReturn }: { leastReturn: number }): WhatIf {
	const { definition, ledger, campaignRegimes } = readState(state);
	const least = parse(LeastReturn, leastReturn, 'least return');
	return answerWorthwhile(ledger, definition, least, campaignRegimes) ?? unknownResponse(definition);
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

/**
 * A page about a budget for people: one HTML file without script or network, with pictures, their numbers in tables, light and dark.
 *
 * @returns the page, and a name for its file
 */
export function budgetReport(state: PacingState, { nowMs }: { nowMs: number }): { html: string; fileName: string } {
	const current = readState(state);
	const { definition, ledger, plan, regimes, campaignRegimes = [] } = current;
	const { exhaustion } = exhaustionCheck.checkExhaustion(current, { nowMs: instant(nowMs) });
	const day = dayStanding(current, { nowMs });
	const html = reporting.budgetReport({
		definition,
		nowMs,
		dataUntilMs: ledger.dataUntilMs ?? null,
		day,
		exhaustion,
		alert: describeAlert(current, { exhaustion, nowMs }),
		fan: spendFan(current, { nowMs }),
		plan: plan?.date === day.date ? plan : null,
		pattern: learnedPattern(current),
		regimes,
		campaignRegimes,
	});
	return { html, fileName: fileNameOf('pacing', definition.budgetId, day.date) };
}

/** A backtest as one such page. */
export const backtestPage = (
	report: BacktestReport,
	definition: Pick<BudgetDefinition, 'name'>,
): { html: string; fileName: string } => ({
	html: backtestReporting.backtestPage(report, definition),
	fileName: fileNameOf('backtest', report.budgetId, report.to),
});

/** A channel mix as one such page. */
export const channelMixPage = (mix: ChannelMix): { html: string; fileName: string } => ({
	html: mixReporting.mixPage(mix),
	fileName: fileNameOf('mix', mix.result, mix.to),
});

/** A name that any system takes: letters, digits and dashes of an id. */
const fileNameOf = (what: string, id: string, date: string): string =>
	`${what}-${id.replace(/[^\p{L}\p{N}_-]+/gu, '-').slice(0, MOST_OF_ID)}-${date}.html`;

/** A file name has room for so much of an id. */
const MOST_OF_ID = 80;

function withTrust<Result extends { readonly state: PacingState }>(result: Result): Result {
	trust(result.state);
	return result;
}

function instant(nowMs: number): number {
	if (Number.isFinite(nowMs) && Math.abs(nowMs) <= LAST_INSTANT_MS) return nowMs;
	throw new RangeError(`${nowMs} is not an instant in epoch milliseconds`);
}

/** The last instant that calendars of this language can show. */
const LAST_INSTANT_MS = 8.64e15;

function knownStrategy(strategy: Strategy): Strategy {
	if (STRATEGIES.includes(strategy)) return strategy;
	throw new UserError(
		`'${String(strategy).slice(0, 40)}' is not a strategy`,
		`Choose one of ${STRATEGIES.join(', ')}.`,
	);
}
