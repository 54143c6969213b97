import { displayName } from '../format/displayName';
import { formatMoney } from '../format/formatMoney';
import { formatWeekday, formatInstant } from '../format/formatTime';
import type { BudgetOverview } from '../messages/budgetOverview';
import { balanceWords } from '../messages/balanceWords';
import { goalWords } from '../messages/goalWords';
import { horizonWords } from '../messages/horizonWords';
import { escapeHtml } from './html';
import { paragraph } from './page';

/** Days ahead that a row names. */
const DAYS_AHEAD = 7;

/** Decisions that a row names; the report has them all. */
const MAX_DECISIONS = 8;

/**
 * What a row opens: the day and the longer targets in sentences, what waits for a person, the days ahead and the latest decisions.
 *
 * @param shown the sentence of the row itself, which is not repeated
 */
export function overviewDetails(budget: BudgetOverview, shown: string, reportLink: string): string {
	const { alert, definition, exhaustion, plan, waiting, log, dataUntilMs } = budget;
	const { budgetId, currency, timeZone, agencyFee } = definition;
	const judged = { currency, agencyFee, status: exhaustion.status, isReported: dataUntilMs !== null };
	const targets = Object.entries(exhaustion.horizons).map(([name, horizon]) => horizonWords(name, horizon, judged));
	const ahead = (plan?.days ?? []).slice(0, DAYS_AHEAD);
	const planned = ahead.map(({ date, amount }) => `${formatWeekday(date)} ${formatMoney(amount, currency)}`).join(', ');
	const decisions = log
		.slice(0, MAX_DECISIONS)
		.map(({ atMs, message }) => `${formatInstant(atMs, timeZone)}: ${message}.`);
	return (
		[
			...[alert.sentence, ...alert.others].filter((sentence) => sentence !== shown),
			...targets,
			...(budget.goal === undefined ? [] : [goalWords(budget.goal, currency)]),
			...(exhaustion.balance === undefined ? [] : [balanceWords(exhaustion.balance, judged)]),
		]
			.map(paragraph)
			.join('') +
		list(
			'Waiting for you',
			waiting.map((one) => `${one}.`).filter((sentence) => sentence !== shown),
		) +
		(planned === '' ? '' : `<h3>Planned</h3>${paragraph(`${planned}.`)}`) +
		list('Latest decisions', decisions) +
		`<p class="lead">${escapeHtml(`Budget ${displayName(budgetId)}, ${alert.context[0]!}`)}</p>` +
		(reportLink === ''
			? ''
			: `<p><a href="${escapeHtml(reportLink + encodeURIComponent(budgetId))}">Report on ${escapeHtml(alert.name)}</a></p>`)
	);
}

const list = (heading: string, lines: readonly string[]): string =>
	lines.length === 0
		? ''
		: `<h3>${heading}</h3><ul>${lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>`;
