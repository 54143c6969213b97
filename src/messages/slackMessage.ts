import type { AlertMessage } from './alertMessage';
import { context, fields, header, section, type SlackBlocks } from './slackBlocks';
import { slackMarkup } from './slackMarkup';

/** An alert as one sentence of Slack markup that begins with the budget's name. */
export const slackSentence = ({ name, sentence }: Pick<AlertMessage, 'name' | 'sentence'>, mark = ''): string =>
	`*${slackMarkup(name)}*${mark}: ${slackMarkup(sentence)}`;

/** An alert as blocks: headline, figures, action and reasons, and data status. */
export function slackMessage({ headline, facts, action, reasons, context: notes }: AlertMessage): SlackBlocks {
	const advice = [...(action === null ? [] : [`*${slackMarkup(action)}*`]), ...reasons.map(slackMarkup)].join('\n');
	return {
		blocks: [
			header(headline),
			fields(facts.map(({ label, value }) => `*${label}*\n${slackMarkup(value)}`)),
			section(advice),
			context(notes.map(slackMarkup).join(' · ')),
		],
	};
}
