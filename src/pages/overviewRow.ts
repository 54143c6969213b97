import { displayName } from '../format/displayName';
import { formatMoney } from '../format/formatMoney';
import { formatConversions, formatPercent } from '../format/formatNumber';
import {
	type Attention,
	attentionOf,
	type BudgetOverview,
	sentenceFor,
	spentOf,
	type UnreadableBudget,
} from '../messages/budgetOverview';
import { longestTarget } from '../messages/longestTarget';
import { feeNotes } from '../notes/feeNotes';
import type { ExhaustionForecast } from '../status/exhaustionForecast';
import { escapeHtml } from './html';
import { overviewDetails } from './overviewDetails';
import { paragraph } from './page';
import { sparkline } from './sparkline';

/** What marks a row: in words, so that its colour says nothing that only colour says. */
const BADGES: Record<Attention, string> = {
	alert: 'Alert',
	waiting: 'Waiting for you',
	'stale-data': 'No fresh data',
	none: '',
};

/** Columns of a row after the name. */
export const OVERVIEW_HEADS = ['Budget', 'Today', 'Period', 'Headroom today', 'Value at risk', 'Last 28 days'];

/**
 * A budget as a row that opens its details.
 *
 * @param reportLink address of a report, to which the ID is added; empty for none
 */
export function overviewRow(budget: BudgetOverview, reportLink: string): string {
	const { alert, definition, exhaustion, daily } = budget;
	const attention = attentionOf(budget);
	const sentence = sentenceFor(budget);
	const values = [today(budget), target(budget), headroom(budget), atRisk(exhaustion.valueAtRisk, definition.currency)];
	const cells = values.map((lines, position) => cell(OVERVIEW_HEADS[position + 1]!, lines));
	const spark = `<span>${key(OVERVIEW_HEADS[5]!)}${sparkline(daily, definition.currency)}</span>`;
	return (
		`<details class="row ${attention}"><summary>${nameCell(alert.name, BADGES[attention], sentence)}${cells.join('')}${spark}</summary>` +
		`<div class="more">${overviewDetails(budget, sentence, reportLink)}</div></details>`
	);
}

/** A budget that cannot be read, as a row that opens the reason. */
export const unreadableRow = ({ budgetId, problem }: UnreadableBudget): string =>
	`<details class="row unreadable"><summary>${nameCell(displayName(budgetId), 'Cannot be read', problem)}</summary>` +
	`<div class="more">${paragraph(problem)}</div></details>`;

const nameCell = (name: string, badge: string, sentence: string): string =>
	`<span><b>${escapeHtml(name)}</b>${badge === '' ? '' : `<span class="badge">${badge}</span>`}` +
	`${sentence === '' ? '' : `<small>${escapeHtml(sentence)}</small>`}</span>`;

const key = (head: string): string => `<span class="key">${escapeHtml(head)}</span>`;

/** A cell: its label, a figure and lines below it. */
const cell = (head: string, [figure = '', ...rest]: readonly string[]): string =>
	`<span>${key(head)}${escapeHtml(figure)}${rest.map((line) => `<small>${escapeHtml(line)}</small>`).join('')}</span>`;

function today({ day, isTodayReported, definition: { currency } }: BudgetOverview): string[] {
	const amount = formatMoney(day.amount, currency);
	if (!isTodayReported) return ['not reported', `of ${amount}`];
	const share = Number(day.amount) > 0 ? ` (${formatPercent(Number(day.spent) / Number(day.amount))})` : '';
	return [formatMoney(day.spent, currency), `of ${amount}${share}`, ...inclFee(day.withFee, currency)];
}

/** What the client pays, media and fee. */
function inclFee(withFee: { readonly spent: string; readonly amount: string } | undefined, currency: string): string[] {
	if (withFee === undefined) return [];
	return [feeNotes.spentOf(formatMoney(withFee.spent, currency), formatMoney(withFee.amount, currency))];
}

function target(budget: BudgetOverview): string[] {
	const longest = longestTarget(budget);
	const { currency } = budget.definition;
	if (longest === null) return ['daily amount only'];
	const { name, horizon } = longest;
	const { target: amount, pace, projected, utilization, elapsed } = horizon;
	const money = (value: number | string) => formatMoney(value, currency);
	if (budget.dataUntilMs === null) return ['not reported', `of ${money(amount)} this ${name}`];
	const spent = `${formatPercent(utilization)} of ${money(amount)} spent, ${formatPercent(elapsed)} of the ${name} over`;
	const gross = inclFee(horizon.withFee, currency);
	if (budget.exhaustion.status === 'stale-data') return [money(spentOf(horizon)), spent, ...gross];
	const share = (value: number) => formatPercent(value / Number(amount));
	const atPace = pace === null ? '' : `pace ${pace.toFixed(2)}, `;
	return [
		`${atPace}projected ${share(projected.mean)}`,
		`${money(projected.low)} to ${money(projected.high)}`,
		spent,
		...gross,
	];
}

function headroom({ plan, definition: { currency } }: BudgetOverview): string[] {
	if (plan === null) return ['no plan for today'];
	if (plan.headroom === null) return ['not known'];
	const { mean, low, high } = plan.headroom;
	const money = (amount: number) => formatMoney(amount, currency);
	const limit = plan.limitedBy === null ? [] : [`limited by ${plan.limitedBy}`];
	return [money(mean), `${money(low)} to ${money(high)}`, ...limit];
}

function atRisk({ revenue, conversions }: ExhaustionForecast['valueAtRisk'], currency: string): string[] {
	const known = [
		...(revenue === null ? [] : [`${formatMoney(revenue, currency)} revenue`]),
		...(conversions === null ? [] : [`${formatConversions(conversions)} conversions`]),
	];
	return known.length === 0 ? ['not known'] : known;
}
