import { formatMoney } from '../format/formatMoney';
import { formatPercent } from '../format/formatNumber';
import { formatInstant } from '../format/formatTime';
import type { AlertMessage } from '../messages/alertMessage';
import { horizonWords } from '../messages/horizonWords';
import type { HistoryEntry } from '../messages/pushHistory';
import { displayName } from '../format/displayName';
import type { ExhaustionForecast } from '../pacing/exhaustionForecast';
import type { FanChart } from '../pacing/fanChart';
import type { LearnedPattern } from '../results/describeRate';
import type { Regime } from '../results/regime';
import type { CampaignRegime } from '../campaigns/campaignRegime';
import type { SpendPlan } from '../plan/spendPlan';
import type { BudgetDefinition } from '../budget/budgetDefinition';
import { campaignsTable } from './campaignsTable';
import { fanChart, hoursPicture } from './dayPictures';
import { htmlTable } from './html';
import { horizonsPicture } from './horizonsPicture';
import { type Card, htmlPage, paragraph, type Section } from './page';
import { patternPictures } from './patternPicture';

/** Contents of a report at an instant. */
export interface ReportFacts {
	readonly definition: BudgetDefinition;
	readonly nowMs: number;
	/** Instant up to which delivery is known; null before the first report. */
	readonly dataUntilMs: number | null;
	readonly day: { readonly amount: string; readonly spent: string };
	readonly exhaustion: ExhaustionForecast;
	readonly alert: AlertMessage;
	readonly fan: FanChart;
	/** null without a plan for today. */
	readonly plan: SpendPlan | null;
	readonly pattern: LearnedPattern;
	readonly regimes: readonly Regime[];
	readonly campaignRegimes: readonly CampaignRegime[];
	/** What was decided, the latest first. */
	readonly log: readonly HistoryEntry[];
}

/** Report of a budget at an instant: day, longer targets, forecast, learned pattern and reallocations. Missing data is stated. */
export function budgetReport(facts: ReportFacts): string {
	const { definition, nowMs, dataUntilMs, exhaustion, alert, plan, pattern } = facts;
	const { timeZone, currency } = definition;
	const data =
		dataUntilMs === null ? 'nothing has been reported yet' : `data up to ${formatInstant(dataUntilMs, timeZone)}`;
	const judged = { currency, status: exhaustion.status, isReported: dataUntilMs !== null };
	const targets = Object.entries(exhaustion.horizons).map(([name, horizon]) => horizonWords(name, horizon, judged));
	const chart = dataUntilMs === null ? '' : horizonsPicture(exhaustion.horizons, currency);
	const sections: Section[] = [
		{ heading: alert.headline, content: [alert.sentence, ...alert.others].map(paragraph).join('') },
		{ heading: 'Today', content: today(facts) },
	];
	if (targets.length > 0) {
		sections.push({ heading: 'Week, month and flight', content: targets.map(paragraph).join('') + chart });
	}
	if (plan?.campaigns !== undefined) {
		sections.push({ heading: 'Campaigns', content: campaignsTable(plan.campaigns, currency) });
	}
	sections.push({
		heading: 'Learned pattern',
		content:
			pattern.rate === null
				? paragraph('No results have been reported for the objective, so all hours and days are weighted equally.')
				: patternPictures(pattern),
	});
	sections.push({ heading: 'Reallocation', content: reallocations(facts) });
	sections.push({ heading: 'Decisions', content: decisions(facts) });
	return htmlPage({
		title: displayName(definition.name ?? '') || displayName(definition.budgetId),
		lead: `${formatInstant(nowMs, timeZone)} ${timeZone}, ${data}`,
		cards: cardsOf(facts),
		sections,
	});
}

function cardsOf({ definition: { currency }, day, exhaustion, dataUntilMs }: ReportFacts): Card[] {
	const { spendByDayEnd, probability, paceRatio, status } = exhaustion;
	const money = (amount: number | string) => formatMoney(amount, currency);
	const cards: Card[] = [{ value: money(day.amount), label: "today's budget" }];
	if (dataUntilMs === null) return cards;
	const share = Number(day.amount) > 0 ? `, ${formatPercent(Number(day.spent) / Number(day.amount))}` : '';
	cards.push({ value: money(day.spent), label: `spent so far${share}` });
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
		{ value: formatPercent(probability), label: 'probability of running out' },
	];
}

function today({ plan, fan }: ReportFacts): string {
	if (plan === null) return paragraph('There is no plan for today yet: run Optimize Allocation.');
	const warnings = plan.warnings.map(({ message }) => paragraph(`${message}.`)).join('');
	const forecast = fan.hours.length > 0 ? fanChart(plan, fan) : paragraph('There is no spend yet to forecast from.');
	return warnings + hoursPicture(plan) + forecast;
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
	return htmlTable(['When', 'What, why, and what came of it'], rows) + more;
}
