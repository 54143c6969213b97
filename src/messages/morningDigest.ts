import { formatMoney } from '../format/formatMoney';
import { formatPercent } from '../format/formatNumber';
import { formatTime } from '../format/formatTime';
import { displayName } from '../format/displayName';
import { groupBy } from '../groupBy';
import { Decimal } from '../money/decimal';
import { digestNotes } from '../notes/digestNotes';
import { addDays } from '../time/localClock';
import {
	attentionOf,
	type BudgetOverview,
	byAttention,
	longestTarget,
	sentenceFor,
	type UnreadableBudget,
} from './budgetOverview';
import { type Mail, paragraphs } from './mail';
import { context, header, section, SLACK_LIMITS, type SlackBlocks } from './slackBlocks';
import { slackMarkup } from './slackMarkup';

/** One message about many budgets in the morning, for every channel that takes one. */
export interface MorningDigest {
	readonly slack: SlackBlocks;
	readonly text: string;
	readonly mail: Mail;
}

/** A line: what it is about, and the sentence. */
interface Line {
	readonly name: string;
	readonly sentence: string;
}

interface Part {
	readonly heading: string;
	readonly lines: readonly Line[];
	/** Lines that are left out. */
	readonly more: number;
}

/** Most lines about what needs a person, and about anything else. */
const MOST_NEEDS = 15;
const MOST_OTHERS = 5;

/** Deviation of a day from what was needed, and of tomorrow from today, that is worth a line. */
const WORTH_A_LINE = 0.1;

const DAY_MS = 86_400_000;

/**
 * What needs a person, what moved since yesterday, what was done in the last 24 hours, and what is planned. With as many lines as Slack accepts; the
 * rest is counted.
 */
export function morningDigest(
	budgets: readonly BudgetOverview[],
	unreadable: readonly UnreadableBudget[],
): MorningDigest {
	const ranked = byAttention(budgets);
	const needs = [...unreadable.map(unreadableLine), ...ranked.flatMap(needLine)];
	const parts = [
		{ heading: 'Needs you', lines: needs, most: MOST_NEEDS },
		{ heading: 'Moved since yesterday', lines: movedLines(ranked), most: MOST_OTHERS },
		{ heading: 'Done in the last 24 hours', lines: ranked.flatMap(doneLine), most: MOST_OTHERS },
		{ heading: 'Planned', lines: plannedLines(ranked), most: MOST_OTHERS },
	];
	const headline = digestNotes.headline(needs.length, budgets.length + unreadable.length);
	const digests = Array.from({ length: MOST_NEEDS + 1 }, (_, fewer) =>
		rendered(
			headline,
			parts.flatMap(({ heading, lines, most }): Part[] => {
				const count = Math.min(most, MOST_NEEDS - fewer, lines.length);
				return lines.length === 0 ? [] : [{ heading, lines: lines.slice(0, count), more: lines.length - count }];
			}),
		),
	);
	return digests.find(fitsSlack)!;
}

const unreadableLine = ({ budgetId, problem }: UnreadableBudget): Line => ({
	name: displayName(budgetId),
	sentence: problem,
});

const needLine = (budget: BudgetOverview): Line[] =>
	attentionOf(budget) === 'none' ? [] : [{ name: budget.alert.name, sentence: sentenceFor(budget) }];

/** Budgets whose yesterday was far from what was needed, those first whose target it moves most. */
function movedLines(budgets: readonly BudgetOverview[]): Line[] {
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
function doneLine({ log, nowMs, alert, definition: { timeZone } }: BudgetOverview): Line[] {
	const done = log.filter(({ kind, atMs }) => atMs > nowMs - DAY_MS && kind !== 'plan' && kind !== 'alert');
	const [latest] = done;
	if (latest === undefined) return [];
	const more = done.length === 1 ? '' : `, ${digestNotes.more(done.length - 1)}`;
	return [{ name: alert.name, sentence: `${formatTime(latest.atMs, timeZone)} ${latest.message}${more}.` }];
}

/** What today's plans add up to by currency, then the budgets whose tomorrow differs most from today. */
function plannedLines(budgets: readonly BudgetOverview[]): Line[] {
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

function rendered(headline: string, parts: readonly Part[]): MorningDigest {
	const markup = ({ name, sentence }: Line) => `*${slackMarkup(name)}*: ${slackMarkup(sentence)}`;
	const plain = ({ name, sentence }: Line) => `${name}: ${sentence}`;
	const rest = ({ more }: Part) => (more === 0 ? [] : [digestNotes.more(more)]);
	return {
		slack: {
			blocks: [
				header(headline),
				...parts.flatMap((part) => [
					section(`*${part.heading}*`),
					...part.lines.map((line) => section(markup(line))),
					...rest(part).map(context),
				]),
			],
		},
		text: [headline, ...parts.flatMap((part) => [`*${part.heading}*`, ...part.lines.map(markup), ...rest(part)])].join(
			'\n',
		),
		mail: {
			subject: headline,
			text: paragraphs([headline], ...parts.map((part) => [part.heading, ...part.lines.map(plain), ...rest(part)])),
		},
	};
}

function fitsSlack({ slack: { blocks }, text }: MorningDigest): boolean {
	const isShort = text.length <= SLACK_LIMITS.textLength && blocks.length <= SLACK_LIMITS.blocks;
	return isShort && JSON.stringify(blocks).length <= SLACK_LIMITS.totalLength;
}
