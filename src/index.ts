/**
 * The optimizer core: budget pacing as pure functions over one JSON state, without n8n.
 *
 * Instants are epoch milliseconds. Amounts go in as numbers or decimal strings in major units and come out as decimal strings.
 * Every function returns the next state and changes nothing it was given; the same state and instant give the same answer.
 * A state that was stored is checked when it comes back: a corrupt or newer one is a `UserError`.
 */
export {
	backtest,
	backtestInSteps,
	dayOutlook,
	dayStatus,
	describeAlert,
	fanChart,
	learnedPattern,
	pacingStatus,
	whatIf,
	worthwhileAmount,
} from './api/answers';
export {
	checkExhaustion,
	confirmPush,
	markTold,
	optimizeAllocation,
	pacingMultiplier,
	preparePush,
	reallocate,
} from './api/decisions';
export { ingest, recentHours, reportRead, withOffer } from './api/ingest';
export { overviewOf, overviewPage } from './api/overview';
export { backtestPage, budgetReport } from './api/pages';
export { columnsRead, normaliseRows, reportingLag, reportWarnings } from './api/reports';
export { watchBudget } from './api/watch';
export type { BacktestReport } from './backtest/backtestReport';
export {
	BudgetDefinition,
	type BudgetDefinitionInput,
	OBJECTIVES,
	type Objective,
	STRATEGIES,
	type Strategy,
} from './budget/budgetDefinition';
export { GOAL_MEASURES } from './budget/goal';
export { HORIZONS, MONTHS } from './budget/horizon';
export { FEE_BASES } from './budget/agencyFee';
export { FLIGHT_PACINGS } from './budget/flight';
export type { DailyBudgetInForce } from './ledger/withOffer';
export type { DeliveredHour } from './ledger/deliveredHour';
export { instantWithOffset } from './reports/instantWithOffset';
export { isSameZone, isTimeZone } from './time/zone';
export { FieldMap } from './reports/fieldMap';
export { PerformanceWindow } from './ledger/performanceWindow';
export { UserError } from './errors';
export type { Note } from './notes/note';
export type { Interval } from './statistics/interval';
export type { BudgetOverview, UnreadableBudget } from './messages/budgetOverview';
export type { AlertMessage } from './messages/alertMessage';
export { type AlertMessages, alertMessages } from './messages/alertMessages';
export { type DigestMessages, digestMessages } from './messages/digestMessages';
export { balanceWords } from './messages/balanceWords';
export { goalWords } from './messages/goalWords';
export { horizonWords } from './messages/horizonWords';
export { RankingCurrency } from './messages/rankingCurrency';
export { formatMoney } from './format/formatMoney';
export { formatPercent } from './format/formatNumber';
export { formatInstant, formatTime, isoInstant } from './format/formatTime';
export { CONTROLS, type Control } from './budget/control';
export { type OpenHours, WEEKDAYS } from './budget/openHours';
export { definitionNotes } from './plan/definitionNotes';
export { splitMoney } from './money/splitMoney';
export type { ExhaustionForecast } from './status/exhaustionForecast';
export { AlertSettings } from './alerts/alertSettings';
export { ToldMessage } from './alerts/markTold';
export type { Alert, AlertKind } from './alerts/standingAlerts';
export type { PacingStatus } from './status/pacingStatus';
export type { Reallocation } from './reallocation/reallocation';
export type { FanChart } from './status/fanChart';
export type { LearnedPattern } from './results/describeRate';
export { parse } from './parse';
export { SpendPlan } from './plan/spendPlan';
export { MinimumMarginalReturn, type WhatIf } from './campaigns/whatIf';
export { PushTarget, type PushTargetInput } from './platforms/pushTarget';
export {
	CONVERSION_KINDS,
	type Format,
	FORMATS,
	type Platform,
	PLATFORMS,
	PUSH_PLATFORMS,
	REPORT_FORMATS,
} from './platforms/registry';
export type { Confirmation } from './push/confirmation';
export { PushAnswer } from './push/pushAnswer';
export type { Figure, PlatformProfile } from './levers/platformProfile';
export type { PushPlatform } from './push/pushPlatform';
export type { ReportFormat } from './reports/reportFormat';
export { LEVELS } from './levers/level';
export { REGIONS } from './levers/region';
export { BudgetObject } from './levers/readBudget';
export { GuardFigures } from './guards/guardFigures';
export type { HeldBack, PreparedPush, PreparedRequest } from './push/preparedPush';
export { isAmountLever, isNumberLever, type PushRecord } from './records/pushRecord';
export type { PushRequest } from './levers/pushRequest';
export { allocate } from './allocator/allocate';
export type { AllocateOptions, Allocation, ResponseCell } from './allocator/responseCell';
export { createState, damageOf, PacingState, readState, updateDefinition } from './state/pacingState';
export * as z from './z';
