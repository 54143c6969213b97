import { toMicros } from '../money/micros';
import type { DeliveredHour } from './deliveredHour';

/** The planned settings of an hour. */
export interface PlannedHour {
	readonly multiplier: number;
	/** Major units. */
	readonly cap: string;
}

/** Whether a window ran with the planned multiplier, up to rounding. */
export const isSteered = ({ multiplier }: DeliveredHour, planned: PlannedHour | undefined): boolean =>
	multiplier !== null &&
	planned !== undefined &&
	Math.abs(multiplier - planned.multiplier) <= 0.001 * planned.multiplier;

/** Whether an hour spent at least 98% of its planned cap: platforms stop slightly before or after it. */
export const isCapped = (spend: number, planned: PlannedHour | undefined): boolean =>
	planned !== undefined && spend >= 0.98 * toMicros(planned.cap);
