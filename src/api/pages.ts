import type { BacktestReport } from '../backtest/backtestReport';
import type { BudgetDefinition } from '../budget/budgetDefinition';
import { budgetEdits } from '../messages/budgetEdits';
import { decisionLog } from '../messages/decisionLog';
import * as backtestReporting from '../pages/backtestPage';
import * as reporting from '../pages/budgetReport';
import { completeFromMs } from '../records/pushRecord';
import { type PacingState, readState } from '../state/pacingState';
import * as exhaustionCheck from '../status/checkExhaustion';
import { dayStatus } from '../status/dayStatus';
import { fanChart } from '../status/fanChart';
import { goalForecast } from '../status/goalForecast';
import { isTodayReported, periodDays } from '../status/periodDays';
import { plannedHours } from '../status/plannedHours';
import { localClock } from '../time/localClock';
import { describeAlert, learnedPattern } from './answers';
import { contextAt } from './checks';

/**
 * A report of a budget: one HTML file without scripts or network access, with charts, data tables, and light and dark colours.
 *
 * @returns the page, and its file name
 */
export function budgetReport(state: PacingState, { nowMs }: { nowMs: number }): { html: string; fileName: string } {
	const current = readState(state);
	const { definition, ledger, regimes, campaignRegimes = [], pushes = [] } = current;
	const context = contextAt(current, nowMs);
	const { exhaustion } = exhaustionCheck.checkExhaustion(context, current);
	const day = dayStatus(context);
	const completeFrom = completeFromMs(pushes);
	const html = reporting.budgetReport({
		definition,
		nowMs,
		dataUntilMs: ledger.dataUntilMs ?? null,
		day,
		isTodayReported: isTodayReported(context),
		exhaustion,
		alert: describeAlert(current, { exhaustion, nowMs }),
		fan: fanChart(context),
		plannedHours: plannedHours(context),
		period: periodDays(context, exhaustion),
		goal: goalForecast(context, exhaustion),
		edits: budgetEdits(pushes, definition.timeZone),
		editsFrom: completeFrom === null ? null : localClock(completeFrom, definition.timeZone).date,
		plan: context.plan,
		pattern: learnedPattern(current),
		ratios: context.learning.ratios(),
		regimes,
		campaignRegimes,
		log: decisionLog(current, nowMs),
	});
	return { html, fileName: fileNameOf('pacing', definition.budgetId, day.date) };
}

/** A backtest as such a page. */
export const backtestPage = (
	report: BacktestReport,
	definition: Pick<BudgetDefinition, 'name'>,
): { html: string; fileName: string } => ({
	html: backtestReporting.backtestPage(report, definition),
	fileName: fileNameOf('backtest', report.budgetId, report.to),
});

/** File name that is valid on any system: letters, digits and dashes of the ID. */
const fileNameOf = (what: string, id: string, date: string): string =>
	`${what}-${id.replace(/[^\p{L}\p{N}_-]+/gu, '-').slice(0, MAX_ID_LENGTH)}-${date}.html`;

const MAX_ID_LENGTH = 80;
