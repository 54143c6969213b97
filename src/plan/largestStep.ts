import { DAY_MS } from '../time/durations';
/** A push, as far as plans read it. */
export interface SteppingPush {
	readonly atMs: number;
	/** The largest change of a daily budget by one push, as a fraction of it; absent if the push sets none. */
	readonly step?: number | undefined;
}

/** A push says for four weeks how far the next one goes. */
const REMEMBERED_MS = 28 * DAY_MS;

/** The largest change of a daily budget by one push, as a fraction of it: the least of all recent ones. Infinity if none was pushed. */
export const largestStep = (pushes: readonly SteppingPush[] = [], nowMs: number): number =>
	pushes.reduce(
		(least, { atMs, step = Infinity }) => (atMs > nowMs - REMEMBERED_MS ? Math.min(least, step) : least),
		Infinity,
	);
