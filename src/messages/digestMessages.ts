import type { AlertMessage } from './alertMessage';
import { digestMail } from './digestMail';
import { type Digest, digests } from './digest';
import type { Mail } from './mail';
import { rankByValue } from './rankByValue';
import { comparisonOf, type RankingCurrency } from './rankingCurrency';
import { SLACK_LIMITS, type SlackBlocks } from './slackBlocks';
import { slackDigest, slackDigestText } from './slackDigest';

/** Many alerts as one message, rendered for every channel that accepts several at once. */
export interface DigestMessages {
	/** All budgets of the digest, highest value at risk first; grouped by currency unless currencies are compared. */
	readonly ranked: readonly AlertMessage[];
	/** Whether any alert in it is new or newly resolved. */
	readonly notify: boolean;
	/** The highest severity of its alerts. */
	readonly severity: AlertMessage['alert']['severity'];
	readonly slack: SlackBlocks;
	readonly text: string;
	readonly mail: Mail;
}

/**
 * Renders many alerts as one message, with as many lines as Slack accepts; the rest is counted.
 *
 * @param account account of the budgets; empty if they belong to several
 * @param ranking currency in which budgets of several currencies are compared, if there is a rate for each
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

/** If the lines fit, the blocks with the same content fit as well; a digest without lines always fits. */
const fitsSlack = (digest: Digest): boolean => slackDigestText(digest).length <= SLACK_LIMITS.textLength;
