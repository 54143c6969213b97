/** What was done about a budget, and what came of it, as sentences without a full stop. Values and instants are formatted. */
export const historyNotes = {
	plan: (planId: string, amount: string, date: string): string => `Plan ${planId}: ${amount} for ${date}`,
	changed: (name: string, since: string): string =>
		`Plans follow ${name}, which has performed differently since ${since}`,
	alert: (state: 'firing' | 'pending' | 'resolved'): string =>
		({
			firing: 'The alert about the day started firing',
			pending: "The day's budget may run out early; no alert has been sent yet",
			resolved: 'The alert about the day was resolved',
		})[state],
	edit: (object: string, value: string, pushed: string): string =>
		`Somebody set ${object} to ${value}; the last push was ${pushed}`,
	/** @param why code of the reason of the push */
	push: (why: string, object: string, from: string | null, to: string): string => {
		const change = from === null ? `to ${to}` : `from ${from} to ${to}`;
		switch (why) {
			case 'raise':
				return `${object} raised ${change}`;
			case 'lower':
				return `${object} lowered ${change}`;
			case 'protect':
				return `${object} lowered ${change} at once, because it could spend more than was left`;
			case 'next-day':
				return `${object} set to ${to} from midnight on`;
			case 'loosen':
				return `bidding target of ${object} loosened ${change}`;
			case 'tighten':
				return `bidding target of ${object} tightened ${change}`;
			case 'pause':
				return `${object} paused, because there was no budget left for it`;
			case 'resume':
				return `${object} resumed, because there is budget again`;
			default:
				return `${object} set ${change}`;
		}
	},
	/** @param code what settled the push; undefined while nothing has */
	outcome: (platform: string, code: string | undefined): string => {
		switch (code) {
			case undefined:
				return 'not confirmed yet';
			case 'accepted':
			case 'read-back':
				return 'confirmed';
			case 'refused':
				return `refused by ${platform}`;
			case 'rate-limited':
				return `not made, because ${platform} is limiting requests; it will be sent again`;
			case 'server-error':
				return `not made, because ${platform} had an internal error; it will be sent again`;
			case 'partly-applied':
				return 'made only in part';
			case 'not-in-force':
				return 'not in force when it was read later; it will be sent again';
			case 'unreadable':
				return 'with an answer that cannot be read, so it may or may not have been made';
			default:
				return 'without an answer, so it may or may not have been made';
		}
	},
};
