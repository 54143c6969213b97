import { formatMoney } from '../format/formatMoney';
import { attentionOf, type BudgetOverview, byAttention, type UnreadableBudget } from '../messages/budgetOverview';
import { type CurrencyTotal, currencyTotals } from '../messages/currencyTotals';
import { escapeHtml, htmlTable } from './html';
import { type Card, htmlPage, paragraph, type Section } from './page';
import { OVERVIEW_HEADS, overviewRow, unreadableRow } from './overviewRow';
import { OVERVIEW_STYLE } from './overviewStyle';

/** What an overview shows. */
export interface OverviewFacts {
	readonly budgets: readonly BudgetOverview[];
	readonly unreadable: readonly UnreadableBudget[];
	/** The instant in words. */
	readonly at: string;
	/** Address of a report, to which the ID of a budget is added; empty for none. */
	readonly reportLink: string;
}

/** Many budgets as one page: what needs a person first, then the rest, and totals currency by currency. */
export function overviewPage({ budgets, unreadable, at, reportLink }: OverviewFacts): string {
	const ranked = byAttention(budgets);
	const pressing = ranked.filter((budget) => attentionOf(budget) !== 'none');
	const others = ranked.filter((budget) => attentionOf(budget) === 'none');
	const rows = (list: readonly BudgetOverview[]) => list.map((budget) => overviewRow(budget, reportLink)).join('');
	const needing = unreadable.map(unreadableRow).join('') + rows(pressing);
	const sections: Section[] = [];
	if (budgets.length > 0) sections.push({ heading: 'By currency', content: totalsTable(currencyTotals(budgets)) });
	sections.push({
		heading: 'Needs attention',
		content:
			needing === '' ? paragraph('Nothing: no alert, nothing that waits, and fresh data everywhere.') : HEADS + needing,
	});
	if (others.length > 0) sections.push({ heading: 'Everything else', content: HEADS + rows(others) });
	return htmlPage({
		title: 'Budgets',
		lead: `${at}. A row opens its details. Alerts first, then what is waiting for you, then missing data; within each, the highest value at risk first, currency by currency.`,
		cards: cardsOf(budgets, unreadable.length + pressing.length),
		sections,
		style: OVERVIEW_STYLE,
	});
}

/** The heads are seen on a desk; each cell has its own label for those who listen. */
const HEADS = `<div class="heads" aria-hidden="true">${OVERVIEW_HEADS.map((head) => `<div>${escapeHtml(head)}</div>`).join('')}</div>`;

function cardsOf(budgets: readonly BudgetOverview[], needing: number): Card[] {
	const count = (attention: string) => budgets.filter((budget) => attentionOf(budget) === attention).length;
	return [
		{ value: String(budgets.length), label: budgets.length === 1 ? 'budget' : 'budgets' },
		{ value: String(needing), label: needing === 1 ? 'needs attention' : 'need attention' },
		{ value: String(count('alert')), label: 'with an alert' },
		{ value: String(count('waiting')), label: 'waiting for you' },
		{ value: String(count('stale-data')), label: 'without fresh data' },
	];
}

function totalsTable(totals: readonly CurrencyTotal[]): string {
	const heads = ['Currency', 'Budgets', 'Need you', "Today's budget", 'Spent today'];
	return htmlTable(
		[...heads, 'Period', 'Spent of it', 'Projected', 'Revenue at risk'],
		totals.map(({ currency, budgets, needsPerson, dayAmount, spentToday, targets, revenueAtRisk }) => {
			const words = ({ amount, unknown }: CurrencyTotal['dayAmount']) => {
				if (amount === null) return 'not known';
				return `${formatMoney(amount, currency)}${unknown === 0 ? '' : ` (${unknown} not known)`}`;
			};
			const ofTargets = (sum: CurrencyTotal['dayAmount']) => (targets.budgets === 0 ? 'none' : words(sum));
			return [
				currency,
				String(budgets),
				String(needsPerson),
				words(dayAmount),
				words(spentToday),
				ofTargets(targets.target),
				ofTargets(targets.spent),
				ofTargets(targets.projected),
				words(revenueAtRisk),
			];
		}),
	);
}
