import { SLACK_LIMITS, type SlackBlocks, type SlackText } from '../../../src/messages/slackBlocks';

const UNSAFE: readonly [RegExp, string][] = [
	[/[<>]/, 'links and mentions'],
	[/&(?!(amp|lt|gt);)/, 'an invalid entity'],
	[/[`~]/, 'formatting'],
	[/(?<![\p{L}\p{N}])@/u, 'a mention'],
	[/:[\w'+-]+:/, 'an emoji'],
	[/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/u, 'italics'],
	[/[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\p{Cs}]/u, 'a direction override, or half a surrogate pair'],
	[/[^\P{Cc}\n]/u, 'a control character'],
	[/^&gt;/m, 'a quote'],
];

/** Only the package itself uses bold, and closes it on the same line. */
const BOLD_IN_PAIRS = /^([^*\n]*|\*[^*\n]*\*[^*\n]*)(\n([^*\n]*|\*[^*\n]*\*[^*\n]*))*$/;

/** Fails if a name introduced markup. */
export function expectHarmless(markup: string): void {
	const unsafe = UNSAFE.find(([pattern]) => pattern.test(markup));
	if (unsafe !== undefined) throw new Error(`There is ${unsafe[1]} in: ${markup}`);
	expect(markup).toMatch(BOLD_IN_PAIRS);
}

/** Fails if Slack would reject the blocks, or if they contain unescaped text. */
export function expectSlackAccepts(slack: SlackBlocks): void {
	expect(slack.blocks.length).toBeLessThanOrEqual(SLACK_LIMITS.blocks);
	expect(JSON.stringify(slack).length).toBeLessThan(SLACK_LIMITS.totalLength);
	for (const block of slack.blocks) {
		if (block.type === 'header') expectText(block.text, SLACK_LIMITS.headerLength);
		else if (block.type === 'context')
			for (const element of block.elements) expectText(element, SLACK_LIMITS.sectionLength);
		else if ('text' in block) expectText(block.text, SLACK_LIMITS.sectionLength);
		else {
			expect(block.fields.length).toBeLessThanOrEqual(SLACK_LIMITS.fields);
			for (const field of block.fields) expectText(field, SLACK_LIMITS.fieldLength);
		}
	}
}

function expectText({ type, text }: SlackText, length: number): void {
	expect(text.length).toBeGreaterThan(0);
	expect(text.length).toBeLessThanOrEqual(length);
	if (type === 'mrkdwn') expectHarmless(text);
	else expect(text).toMatch(/^[\w ,:'-]+$/);
}
