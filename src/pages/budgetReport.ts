import type { BudgetDefinition } from '../budget/budgetDefinition';
import type { CampaignRegime } from '../campaigns/campaignRegime';
import { displayName } from '../format/displayName';
import { formatMoney } from '../format/formatMoney';
import { formatPercent, formatProbability } from '../format/formatNumber';
import { formatDate, formatInstant } from '../format/formatTime';
import type { AlertMessage } from '../messages/alertMessage';
import { balanceWords } from '../messages/balanceWords';
import type { BudgetEdit } from '../messages/budgetEdits';
import { goalWords } from '../messages/goalWords';
import { horizonWords } from '../messages/horizonWords';
import type { HistoryEntry } from '../messages/pushHistory';
import { feeNotes } from '../notes/feeNotes';
import type { SpendPlan } from '../plan/spendPlan';
import type { LearnedPattern } from '../results/describeRate';
import type { RatiosByTime } from '../results/ratiosByTime';
import type { Regime } from '../results/regime';
import type { DayStatus } from '../status/dayStatus';
import type { ExhaustionForecast } from '../status/exhaustionForecast';
import type { FanChart } from '../status/fanChart';
import type { GoalForecast } from '../status/goalForecast';
import type { PeriodDays } from '../status/periodDays';
import { campaignsTable } from './campaignsTable';
import { dayPictures } from './dayPictures';
import { htmlTable } from './html';
import { type Card, htmlPage, paragraph, type Section } from './page';
import { patternPictures } from './patternPicture';
import { periodPictures } from './periodPictures';
import { ratiosTable } from './ratiosTable';
import { PRINTED_DECISIONS, REPORT_STYLE } from './reportStyle';

/** Contents of a report at an instant. */
export interface ReportFacts {
	readonly definition: BudgetDefinition;
	readonly nowMs: number;
	/** Instant up to which delivery is known; null before the first report. */
	readonly dataUntilMs: number | null;
	readonly day: Pick<DayStatus, 'amount' | 'spent' | 'withFee'>;
	/** Whether anything of today was reported; its spend is unknown otherwise. */
	readonly isTodayReported: boolean;
	readonly exhaustion: ExhaustionForecast;
	readonly alert: AlertMessage;
	readonly fan: FanChart;
	/** (hours) the day's amount as the strategy spreads it over the whole day, major units. */
	readonly plannedHours: readonly number[];
	/** null without a longer target. */
	readonly period: PeriodDays | null;
	/** undefined without a goal. */
	readonly goal: GoalForecast | undefined;
	/** By local date. */
	readonly edits: ReadonlyMap<string, readonly BudgetEdit[]>;
	/** Date from which on all edits are known; null if none was left out. */
	readonly editsFrom: string | null;
	/** null without a plan for today. */
	readonly plan: SpendPlan | null;
	readonly pattern: LearnedPattern;
	readonly ratios: RatiosByTime;
	readonly regimes: readonly Regime[];
	readonly campaignRegimes: readonly CampaignRegime[];
	/** What was decided, the latest first. */
	readonly log: readonly HistoryEntry[];
}

/** Report of a budget at an instant: day, longer targets, forecast, learned pattern and reallocations. Missing data is stated. */
export function budgetReport(facts: ReportFacts): string {
	const { definition, nowMs, dataUntilMs, exhaustion, alert, plan, pattern } = facts;
	const { timeZone, currency, agencyFee } = definition;
	const data =
		dataUntilMs === null ? 'nothing has been reported yet' : `data up to ${formatInstant(dataUntilMs, timeZone)}`;
	const judged = { currency, agencyFee, status: exhaustion.status, isReported: dataUntilMs !== null };
	const targets = Object.entries(exhaustion.horizons).map(([name, horizon]) => horizonWords(name, horizon, judged));
	const sections: Section[] = [
		{ heading: alert.headline, content: [alert.sentence, ...alert.others].map(paragraph).join('') },
		{ heading: 'Today', content: today(facts) },
	];
	if (targets.length > 0) {
		sections.push({ heading: namesOf(exhaustion.horizons), content: targets.map(paragraph).join('') + period(facts) });
	}
	if (facts.goal !== undefined) {
		sections.push({ heading: 'Goal', content: paragraph(goalWords(facts.goal, currency)) });
	}
	if (exhaustion.balance !== undefined) {
		const content = paragraph(balanceWords(exhaustion.balance, judged));
		sections.push({ heading: 'Prepaid balance', content });
	}
	if (plan?.campaigns !== undefined) {
		const isSaid = (message: string) =>
			isSaidAbove(alert, message) || plan.warnings.some((warning) => warning.message === message);
		sections.push({ heading: 'Campaigns', content: campaignsTable(plan.campaigns, currency, isSaid) });
	}
	sections.push({
		heading: 'Learned pattern',
		content:
			(pattern.rate === null
				? paragraph('No results have been reported for the objective, so all hours and days are weighted equally.')
				: patternPictures(pattern)) + ratiosTable(facts.ratios, currency),
	});
	sections.push({ heading: 'Reallocation', content: reallocations(facts) });
	sections.push({ heading: 'Decisions', content: decisions(facts) });
	return htmlPage({
		title: displayName(definition.name ?? '') || displayName(definition.budgetId),
		lead: `${formatInstant(nowMs, timeZone)} ${timeZone}, ${data}`,
		cards: cardsOf(facts),
		sections,
		style: REPORT_STYLE,
	});
}

/** The longer periods of a budget, such as: Week, month and flight. */
function namesOf(horizons: ExhaustionForecast['horizons']): string {
	const names = new Intl.ListFormat('en-GB').format(Object.keys(horizons));
	return `${names.charAt(0).toUpperCase()}${names.slice(1)}`;
}

function cardsOf({ definition: { currency }, day, isTodayReported, exhaustion, dataUntilMs }: ReportFacts): Card[] {
	const { spendByDayEnd, probability, paceRatio, status } = exhaustion;
	const money = (amount: number | string) => formatMoney(amount, currency);
	const { withFee } = day;
	const gross = withFee === undefined ? '' : ` for media, ${feeNotes.day(money(withFee.amount))}`;
	const cards: Card[] = [{ value: money(day.amount), label: `today's budget${gross}` }];
	if (dataUntilMs === null) return cards;
	const share = Number(day.amount) > 0 ? `, ${formatPercent(Number(day.spent) / Number(day.amount))}` : '';
	cards.push(
		isTodayReported
			? { value: money(day.spent), label: `spent so far${share}` }
			: { value: 'not reported', label: 'spent so far' },
	);
	if (status === 'stale-data') return cards;
	return [
		...cards,
		{
			value: Number.isFinite(paceRatio) ? paceRatio.toFixed(2) : 'no plan',
			label: 'pace ratio (1 is on plan)',
		},
		{
			value: money(spendByDayEnd.mean),
			label: `projected by the end of the day, ${money(spendByDayEnd.low)} to ${money(spendByDayEnd.high)}`,
		},
		{ value: formatProbability(probability), label: 'probability of running out' },
	];
}

function today({ plan, fan, plannedHours, alert, exhaustion: { status, exhaustionMs } }: ReportFacts): string {
	if (plan === null) return paragraph('There is no plan for today yet: run Optimize Allocation.');
	const warnings = plan.warnings.filter(({ message }) => !isSaidAbove(alert, message));
	const fromMs = status === 'exhausted' || status === 'at-risk' ? exhaustionMs.median : null;
	const out = fromMs === null ? null : { fromMs, isExpected: status === 'at-risk' };
	const none = fan.hours.length > 0 ? '' : paragraph('There is no spend yet to forecast from.');
	return (
		warnings.map(({ message }) => paragraph(`${message}.`)).join('') +
		dayPictures({ plan, fan, plannedHours, out }) +
		none
	);
}

/** Whether a sentence stands in the section of the alert. */
const isSaidAbove = ({ sentence, others }: AlertMessage, message: string): boolean =>
	[sentence, ...others].some((text) => text.includes(message));

/** The longest target by day; nothing before the first report. */
function period({ period: days, plan, edits, editsFrom, definition: { currency }, dataUntilMs }: ReportFacts): string {
	if (days === null || dataUntilMs === null) return '';
	const ofPlan = plan === null ? [] : [{ date: plan.date, amount: plan.dayAmount }, ...plan.days];
	const planned = new Map(ofPlan.map(({ date, amount }) => [date, Number(amount)]));
	const left =
		editsFrom !== null && editsFrom > days.days[0]!.date
			? paragraph(`Edits of budgets before ${formatDate(editsFrom)} are not all on record.`)
			: '';
	return periodPictures({ period: days, currency, planned, edits }) + left;
}

function reallocations({ regimes, campaignRegimes, definition: { timeZone } }: ReportFacts): string {
	const changes = [
		...regimes.map((regime) => ({ ...regime, name: `${regime.localHour}:00` })),
		...campaignRegimes.map((regime) => ({ ...regime, name: displayName(regime.campaignId) })),
	];
	if (changes.length === 0) return paragraph('No change has been detected, so no budget was reallocated.');
	return changes
		.map(({ name, sinceMs, actedMs }) =>
			paragraph(
				`${name} has performed differently since ${formatInstant(sinceMs, timeZone)}; plans have followed since ${formatInstant(actedMs, timeZone)}.`,
			),
		)
		.join('');
}

/** Decisions that a report names. */
const MAX_DECISIONS = 100;

function decisions({ log, definition: { timeZone } }: ReportFacts): string {
	if (log.length === 0) return paragraph('Nothing has been decided yet.');
	const rows = log.slice(0, MAX_DECISIONS).map(({ atMs, message }) => [formatInstant(atMs, timeZone), `${message}.`]);
	const more = log.length > MAX_DECISIONS ? paragraph(`And ${log.length - MAX_DECISIONS} earlier ones.`) : '';
	const onPaper =
		rows.length > PRINTED_DECISIONS
			? `<p class="on-paper">The latest ${PRINTED_DECISIONS} of ${log.length}; the file lists the rest.</p>`
			: '';
	return `<div class="log">${htmlTable(['When', 'What, why, and what came of it'], rows)}${more}</div>${onPaper}`;
}
