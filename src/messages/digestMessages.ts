import type { AlertMessage } from './alertMessage';
import { digestMail } from './digestMail';
import { digests } from './digest';
import type { Mail } from './mail';
import { rankByValue } from './rankByValue';
import { comparisonOf, type RankingCurrency } from './rankingCurrency';
import { fitsBlocks, SLACK_LIMITS, type SlackBlocks } from './slackBlocks';
import { slackDigest, slackDigestText } from './slackDigest';
import { SEVERITIES } from './toldAlert';

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
 * Renders many alerts as one message, with as many lines as Slack accepts in blocks, and in the text beside them; the rest is counted.
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
	const candidates = digests(messages, account, comparison);
	const digest = candidates.find((one) => fitsBlocks(slackDigest(one)))!;
	return {
		ranked: rankByValue(messages, comparison),
		notify: messages.some(({ alert }) => alert.notify),
		severity: SEVERITIES.findLast((severity) => messages.some(({ alert }) => alert.severity === severity))!,
		slack: slackDigest(digest),
		text: candidates.map(slackDigestText).find((text) => text.length <= SLACK_LIMITS.textLength)!,
		mail: digestMail(digest),
	};
}
