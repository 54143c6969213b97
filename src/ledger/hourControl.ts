import { toMicros } from '../money/micros';
import type { DeliveredHour } from './deliveredHour';

/** What a plan meant to do with an hour. */
export interface PlannedHour {
	readonly multiplier: number;
	/** Major units. */
	readonly cap: string;
}

/** Whether a window ran with the planned multiplier, but for rounding. */
export const isSteered = ({ multiplier }: DeliveredHour, planned: PlannedHour | undefined): boolean =>
	multiplier !== null &&
	planned !== undefined &&
	Math.abs(multiplier - planned.multiplier) <= 0.001 * planned.multiplier;

/** Whether an hour spent what its plan allowed, or nearly: platforms stop a little before or after. */
export const isCapped = (spend: number, planned: PlannedHour | undefined): boolean =>
	planned !== undefined && spend >= 0.98 * toMicros(planned.cap);
