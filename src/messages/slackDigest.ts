import type { AlertMessage } from './alertMessage';
import { type Digest, digestSentence, newMark } from './digest';
import { context, header, section, type SlackBlocks } from './slackBlocks';
import { slackMarkup } from './slackMarkup';
import { slackSentence } from './slackMessage';

/** A digest as blocks: the counts, one paragraph for each listed budget, and the meaning of the order. */
export function slackDigest({ account, headline, changes, sections, notes }: Digest): SlackBlocks {
	const intro = [...(account === '' ? [] : [bold(account)]), ...(changes === '' ? [] : [changes])].join(' · ');
	return {
		blocks: [
			header(headline),
			...(intro === '' ? [] : [section(intro)]),
			...sections.flatMap(({ heading, rows }) => [
				...(heading === '' ? [] : [section(bold(heading))]),
				...rows.map((row) => section(rowOf(row))),
			]),
			...(notes.length === 0 ? [] : [context(notes.join(' · '))]),
		],
	};
}

/** A digest as lines of Slack's markup. */
export const slackDigestText = ({ account, summary, sections, notes }: Digest): string =>
	[
		account === '' ? summary : `${bold(account)}: ${summary}`,
		...sections.flatMap(({ heading, rows }) => [...(heading === '' ? [] : [bold(heading)]), ...rows.map(rowOf)]),
		...notes,
	].join('\n');

const bold = (text: string): string => `*${slackMarkup(text)}*`;

const rowOf = (message: AlertMessage): string =>
	slackSentence({ name: message.name, sentence: digestSentence(message) }, newMark(message));
