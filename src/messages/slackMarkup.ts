/** What Slack would read as formatting, a quote, an emoji or a mention, and the letter of the same look that it does not read. */
const LOOKALIKES: readonly (readonly [RegExp, string])[] = [
	[/\*/g, '∗'],
	[/~/g, '∼'],
	[/`/g, 'ˋ'],
	[/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, 'ˍ'],
	[/(?<![\p{L}\p{N}])@/gu, '＠'],
	[/:(?=[\w'+-]+:)/g, '꞉'],
	[/^>/, '›'],
];

/**
 * Any text made harmless inside Slack's mrkdwn: it cannot format, quote, link or mention.
 *
 * Slack can escape only & < and >; for the rest there are letters that look the same. An underscore within a word stays.
 *
 * @example slackMarkup('<!channel> *Brand_DE* & co') // '&lt;!channel&gt; ∗Brand_DE∗ &amp; co'
 * @see Slack, Formatting text for app surfaces: escaping text (docs.slack.dev/messaging/formatting-message-text)
 */
export function slackMarkup(text: string): string {
	const inert = LOOKALIKES.reduce((changed, [pattern, letter]) => changed.replace(pattern, letter), text);
	return inert.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
