import { expectedSpend } from '../demand/spendModel';
import { hourOfWeek, hoursBetween } from '../time/localClock';
import { exhaustionNotes } from '../notes/exhaustionNotes';
import type { DayContext } from './dayContext';

const HOUR_MS = 3_600_000;

/** Google Ads reports most figures within three hours (support.google.com/google-ads/answer/2544985). */
const USUAL_LAG_HOURS = 3;

/** Of the day's amount: less money than this may have been spent unseen without making a forecast worthless. */
const UNSEEN_FRACTION = 0.01;

/** Hours after which silence means something is broken, however little is usually spent then. */
const LONGEST_SILENCE_HOURS = 24;

/**
 * Whether reports are too old to judge the day: nothing was ever reported, or more than three hours are unseen in which more
 * than a hundredth of the day's amount is usually spent, or a whole day is.
 *
 * @returns a sentence, or null if the data is fresh enough
 */
export function staleness({ learning, dayAmount, nowMs }: DayContext): string | null {
	const { dataUntilMs, spendModel, definition } = learning;
	if (dataUntilMs === undefined) return exhaustionNotes.neverReported;
	const unseenHours = hoursBetween(dataUntilMs, nowMs);
	if (unseenHours <= USUAL_LAG_HOURS) return null;
	const message = exhaustionNotes.lastReport(Math.floor(unseenHours));
	if (spendModel === null || unseenHours > LONGEST_SILENCE_HOURS) return message;
	let unseen = 0;
	for (let instantMs = dataUntilMs; instantMs < nowMs; instantMs += HOUR_MS) {
		const length = Math.min(HOUR_MS, nowMs - instantMs) / HOUR_MS;
		unseen += length * expectedSpend(spendModel, hourOfWeek(instantMs, definition.timeZone));
	}
	return unseen > UNSEEN_FRACTION * dayAmount ? message : null;
}
