import { alertMail } from './alertMail';
import type { AlertMessage } from './alertMessage';
import type { Mail } from './mail';
import { type PagerDutyEvent, pagerDutyEvent, pagerDutyEvents } from './pagerDutyEvent';
import type { SlackBlocks } from './slackBlocks';
import { slackMessage, slackSentence } from './slackMessage';

/** One alert, ready for every channel. */
export interface AlertMessages {
	/** Blocks for the message type Block of n8n's Slack node. */
	readonly slack: SlackBlocks;
	/** One sentence in Slack's markup. */
	readonly text: string;
	/** null for an alert that does not fire. */
	readonly pagerduty: PagerDutyEvent | null;
	/** One for each alert that is told now; empty if none is. */
	readonly pagerdutyEvents: readonly PagerDutyEvent[];
	readonly mail: Mail;
}

/** Renders an alert for every channel, within the limits of each. */
export const alertMessages = (message: AlertMessage): AlertMessages => ({
	slack: slackMessage(message),
	text: slackSentence(message),
	pagerduty: pagerDutyEvent(message),
	pagerdutyEvents: pagerDutyEvents(message),
	mail: alertMail(message),
});
