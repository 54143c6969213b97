import { digestNotes } from '../notes/digestNotes';
import { type BudgetOverview, byAttention, type UnreadableBudget } from './budgetOverview';
import { doneLine, headroomLine, type Line, movedLines, needLine, plannedLines, unreadableLine } from './digestLines';
import { type Mail, paragraphs } from './mail';
import { context, fitsBlocks, header, section, SLACK_LIMITS, type SlackBlocks } from './slackBlocks';
import { slackMarkup } from './slackMarkup';

/** One message about many budgets in the morning, for every channel that takes one. */
export interface MorningDigest {
	readonly slack: SlackBlocks;
	readonly text: string;
	readonly mail: Mail;
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

/**
 * What needs a person, what moved since yesterday, what was done in the last 24 hours, where more budget would be spent, and what is planned. With as
 * many lines as Slack accepts; the rest is counted.
 */
export function morningDigest(
	budgets: readonly BudgetOverview[],
	unreadable: readonly UnreadableBudget[],
): MorningDigest {
	const ranked = byAttention(budgets);
	const needs = [...unreadable.map(unreadableLine), ...ranked.flatMap(needLine)];
	const parts = [
		{ heading: 'Needs attention', lines: needs, most: MOST_NEEDS },
		{ heading: 'Moved since yesterday', lines: movedLines(ranked), most: MOST_OTHERS },
		{ heading: 'Done in the last 24 hours', lines: ranked.flatMap(doneLine), most: MOST_OTHERS },
		{ heading: 'Room for more', lines: ranked.flatMap(headroomLine), most: MOST_OTHERS },
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

const fitsSlack = ({ slack, text }: MorningDigest): boolean =>
	text.length <= SLACK_LIMITS.textLength && fitsBlocks(slack);
