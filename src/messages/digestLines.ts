import { displayName } from '../format/displayName';
import { formatMoney } from '../format/formatMoney';
import { formatPercent } from '../format/formatNumber';
import { formatTime } from '../format/formatTime';
import { groupBy } from '../groupBy';
import { Decimal } from '../money/decimal';
import { digestNotes } from '../notes/digestNotes';
import { DAY_MS } from '../time/durations';
import { addDays } from '../time/localClock';
import { attentionOf, type BudgetOverview, sentenceFor, type UnreadableBudget } from './budgetOverview';
import { longestTarget } from './longestTarget';

/** A line: what it is about, and the sentence. */
export interface Line {
	readonly name: string;
	readonly sentence: string;
}

/** Deviation of a day from what was needed, and of tomorrow from today, that is worth a line. */
const WORTH_A_LINE = 0.1;

/** A budget that cannot be read. */
export const unreadableLine = ({ budgetId, problem }: UnreadableBudget): Line => ({
	name: displayName(budgetId),
	sentence: problem,
});

/** What needs a person; nothing where nothing does. */
export const needLine = (budget: BudgetOverview): Line[] =>
	attentionOf(budget) === 'none' ? [] : [{ name: budget.alert.name, sentence: sentenceFor(budget) }];

/** Budgets whose yesterday was far from what was needed, those first whose target it moves most. */
export function movedLines(budgets: readonly BudgetOverview[]): Line[] {
	return budgets
		.flatMap((budget) => {
			const longest = longestTarget(budget);
			const yesterday = longest?.horizon.yesterday ?? null;
			if (longest === null || yesterday === null || budget.exhaustion.status === 'stale-data') return [];
			const { name, horizon } = longest;
			const [spent, needed, target] = [yesterday.spent, yesterday.neededPerDay, horizon.target].map(Number) as [
				number,
				number,
				number,
			];
			if (Math.abs(spent - needed) <= WORTH_A_LINE * needed) return [];
			const money = (amount: string) => formatMoney(amount, budget.definition.currency);
			const sentence = digestNotes.moved(
				money(yesterday.spent),
				money(yesterday.neededPerDay),
				money(horizon.neededPerDay),
				name,
				formatPercent(horizon.projected.mean / target),
			);
			return [
				{ line: { name: budget.alert.name, sentence: `${sentence}.` }, moved: Math.abs(spent - needed) / target },
			];
		})
		.sort((one, other) => other.moved - one.moved)
		.map(({ line }) => line);
}

/** The latest thing that was done about a budget, and how many more. */
export function doneLine({ log, nowMs, alert, definition: { timeZone } }: BudgetOverview): Line[] {
	const done = log.filter(({ kind, atMs }) => atMs > nowMs - DAY_MS && kind !== 'plan' && kind !== 'alert');
	const [latest] = done;
	if (latest === undefined) return [];
	const more = done.length === 1 ? '' : `, ${digestNotes.more(done.length - 1)}`;
	return [{ name: alert.name, sentence: `${formatTime(latest.atMs, timeZone)} ${latest.message}${more}.` }];
}

/** What more budget would bring today. */
export const headroomLine = ({ headroom, alert }: BudgetOverview): Line[] =>
	headroom === null ? [] : [{ name: alert.name, sentence: `${headroom}.` }];

/** What today's plans add up to by currency, then the budgets whose tomorrow differs most from today. */
export function plannedLines(budgets: readonly BudgetOverview[]): Line[] {
	const planned = budgets.flatMap(({ plan, alert, definition: { currency } }) =>
		plan === null ? [] : [{ plan, name: alert.name, currency }],
	);
	const totals = [...groupBy(planned, ({ currency }) => currency)].map(([currency, own]): Line => {
		const sum = own.reduce((total, { plan }) => total.plus(plan.dayAmount), new Decimal(0));
		return {
			name: currency,
			sentence: `${digestNotes.plannedInAll(formatMoney(sum.toFixed(), currency), own.length)}.`,
		};
	});
	const changes = planned.flatMap(({ plan, name, currency }) => {
		const tomorrow = plan.days.find(({ date }) => date === addDays(plan.date, 1));
		if (tomorrow === undefined) return [];
		const [today, next] = [Number(plan.dayAmount), Number(tomorrow.amount)];
		if (today === 0 || Math.abs(next / today - 1) <= WORTH_A_LINE) return [];
		const [shownToday, shownNext] = [plan.dayAmount, tomorrow.amount].map((amount) => formatMoney(amount, currency));
		const sentence = `${digestNotes.planned(shownToday!, shownNext!, tomorrow.why)}.`;
		return [{ line: { name, sentence }, change: Math.abs(next / today - 1) }];
	});
	return [...totals, ...changes.sort((one, other) => other.change - one.change).map(({ line }) => line)];
}
