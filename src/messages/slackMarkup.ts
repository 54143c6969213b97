/** Patterns that Slack interprets as formatting, a quote, an emoji or a mention, and lookalike characters that it does not interpret. */
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
 * Escapes any text for Slack's mrkdwn, so that it cannot format, quote, link or mention.
 *
 * Slack only has escapes for &, < and >; other characters are replaced by lookalikes. An underscore within a word is kept.
 *
 * @example slackMarkup('<!channel> *Brand_DE* & co') // '&lt;!channel&gt; ∗Brand_DE∗ &amp; co'
 * @see Slack, Formatting text for app surfaces: escaping text (docs.slack.dev/messaging/formatting-message-text)
 */
export function slackMarkup(text: string): string {
	const inert = LOOKALIKES.reduce((changed, [pattern, letter]) => changed.replace(pattern, letter), text);
	return inert.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
