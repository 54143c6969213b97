import type { DayPart } from './dayParts';
import type { PushJob } from './pushJob';
import type { Reason } from './reason';

/** What the guards could not check for want of a fact. */
export function uncheckedWarnings(
	{ limits, platform, currency, moment }: PushJob,
	parts: readonly DayPart[],
): Reason[] {
	const warnings: Reason[] = [];
	const unread = parts.filter(({ current }) => current === null).map(({ id }) => id);
	if (unread.length > 0) {
		const message = `Whether somebody changed ${unread.join(', ')} since the last push is not checked: map 'Current Values'`;
		warnings.push({ code: 'edit-not-checked', message });
	}
	if (limits.minimum === null) {
		const message = `The least daily budget of ${platform.profile.label} in ${currency} is not known: add 'Minimum Amount' to the guards`;
		warnings.push({ code: 'minimum-unknown', message });
	}
	if (limits.learningPhase && moment.learning === 'unknown') {
		const message = `Whether ${platform.profile.label} is still learning is not known: map 'Learning Phase'`;
		warnings.push({ code: 'learning-not-checked', message });
	}
	return warnings;
}
