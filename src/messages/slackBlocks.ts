/** A text object of Block Kit. */
export type SlackText =
	| { readonly type: 'mrkdwn'; readonly text: string; readonly verbatim: true }
	| { readonly type: 'plain_text'; readonly text: string };

/** The blocks of Block Kit that messages use. */
export type SlackBlock =
	| { readonly type: 'header'; readonly text: SlackText }
	| { readonly type: 'section'; readonly text: SlackText }
	| { readonly type: 'section'; readonly fields: readonly SlackText[] }
	| { readonly type: 'context'; readonly elements: readonly SlackText[] };

/** Blocks as n8n's Slack node expects them; it does not accept a bare list. */
export interface SlackBlocks {
	readonly blocks: readonly SlackBlock[];
}

/**
 * Limits of Slack for one message, in characters and blocks.
 *
 * @see docs.slack.dev/reference/block-kit (header 150, section 3000, 10 fields of 2000, 50 blocks) and
 * docs.slack.dev/reference/methods/chat.postMessage (text best up to 4000)
 */
export const SLACK_LIMITS = {
	headerLength: 150,
	sectionLength: 3000,
	fields: 10,
	fieldLength: 2000,
	/** One less than Slack's 50: n8n appends a block with a link to the workflow. */
	blocks: 49,
	textLength: 4000,
	/** Blocks as JSON; slightly above 13,000, Slack returns msg_blocks_too_long (github.com/slackapi/bolt-js/issues/2509). */
	totalLength: 12_000,
} as const;

/** Slack markup; `verbatim` prevents automatic links of names and addresses. */
const mrkdwn = (text: string): SlackText => ({ type: 'mrkdwn', text, verbatim: true });

/** A headline. It is not escaped, so it must not contain names. */
export const header = (text: string): SlackBlock => ({ type: 'header', text: { type: 'plain_text', text } });

/** A paragraph of markup. */
export const section = (markup: string): SlackBlock => ({ type: 'section', text: mrkdwn(markup) });

/** Short texts of markup in two columns. */
export const fields = (markups: readonly string[]): SlackBlock => ({ type: 'section', fields: markups.map(mrkdwn) });

/** Small grey markup. */
export const context = (markup: string): SlackBlock => ({ type: 'context', elements: [mrkdwn(markup)] });

/** Whether Slack accepts so many blocks of that size in one message. */
export const fitsBlocks = ({ blocks }: SlackBlocks): boolean =>
	blocks.length <= SLACK_LIMITS.blocks && JSON.stringify({ blocks }).length < SLACK_LIMITS.totalLength;
