import type { AlertMessage } from './alertMessage';
import { digestMail } from './digestMail';
import { type Digest, digests } from './digest';
import type { Mail } from './mail';
import { rankByValue } from './rankByValue';
import { comparisonOf, type RankingCurrency } from './rankingCurrency';
import { SLACK_LIMITS, type SlackBlocks } from './slackBlocks';
import { slackDigest, slackDigestText } from './slackDigest';

/** Many alerts as one message, ready for every channel that takes more than one at a time. */
export interface DigestMessages {
	/** All that the digest is about, most value at risk first, one currency after the other unless they are compared. */
	readonly ranked: readonly AlertMessage[];
	/** Whether any alert of it is news. */
	readonly notify: boolean;
	/** The highest of its alerts. */
	readonly severity: AlertMessage['alert']['severity'];
	readonly slack: SlackBlocks;
	readonly text: string;
	readonly mail: Mail;
}

/**
 * Renders many alerts as one message, with as many lines as Slack takes; the rest is counted.
 *
 * @param account that the budgets belong to; empty if they belong to several
 * @param ranking the currency that those of several currencies are compared in, if there is a rate for each
 */
export function digestMessages(
	messages: readonly AlertMessage[],
	account: string,
	ranking?: RankingCurrency,
): DigestMessages {
	const comparison = comparisonOf(messages, ranking);
	const digest = digests(messages, account, comparison).find(fitsSlack)!;
	return {
		ranked: rankByValue(messages, comparison),
		notify: messages.some(({ alert }) => alert.notify),
		severity: SEVERITIES.find((severity) => messages.some(({ alert }) => alert.severity === severity))!,
		slack: slackDigest(digest),
		text: slackDigestText(digest),
		mail: digestMail(digest),
	};
}

const SEVERITIES = ['critical', 'warning', 'info'] as const;

/** Where the lines fit, so do the blocks that hold the same; a digest without any line always fits. */
const fitsSlack = (digest: Digest): boolean => slackDigestText(digest).length <= SLACK_LIMITS.textLength;
