import type { Note } from './note';

/** What was left out of a stored state because it was damaged, and what that means. */
export const stateNotes = {
	damaged: (part: keyof typeof DAMAGE): Note => ({
		code: `damaged-${CODES[part]}`,
		message: `${DAMAGE[part]} The budget and its delivery are complete`,
	}),
};

const CODES = {
	plan: 'plan',
	alert: 'alert',
	alerts: 'alerts',
	regimes: 'hour-changes',
	campaignRegimes: 'campaign-changes',
	readMs: 'last-read',
} as const;

const DAMAGE = {
	plan: 'The stored plan was damaged and is left out: run Optimize Allocation for a new one.',
	alert: 'The stored alert was damaged and is left out: one that was firing may notify again.',
	alerts: 'The stored alerts were damaged and are left out: those that were firing may notify again.',
	regimes: 'The stored changes of hours were damaged and are left out: they have to be detected again.',
	campaignRegimes: 'The stored changes of campaigns were damaged and are left out: they have to be detected again.',
	readMs: 'The stored time of the last read was damaged and is left out: the next report sets it.',
} as const;
