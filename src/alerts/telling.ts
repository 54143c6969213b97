import { HOUR_MS } from '../time/durations';

/** When an alert that fires is told again. */
export interface Telling {
	/** Hours after which it is repeated; 0 for never. */
	readonly repeatAfterHours: number;
	/** Whether it is told in every run until it is marked as told. */
	readonly tellUntilMarked: boolean;
	/** For how long an unmarked message of another node may still be on its way; none by default. */
	readonly graceMs?: number;
}

/** What a push tells is repeated only for want of a mark. */
export const untilMarked = (tellUntilMarked = false): Telling => ({ repeatAfterHours: 0, tellUntilMarked });

/** An alert that was told. */
interface Told {
	readonly toldMs: number;
	/** Whether its last message is not known to have arrived. */
	readonly unmarked?: true | undefined;
}

/** Hourly runs are seconds more or less than an hour apart. */
const TOLERANCE_MS = 5 * 60_000;

/** Whether an alert that fires is told again: its last message is not known to have arrived, or is old enough to be repeated. */
export const isToldAgain = (told: Told, telling: Telling, nowMs: number): boolean =>
	(isUntold(told, telling.tellUntilMarked) && !isOnItsWay(told, telling, nowMs)) ||
	(telling.repeatAfterHours > 0 && nowMs - told.toldMs >= telling.repeatAfterHours * HOUR_MS - TOLERANCE_MS);

/** Whether a message was sent so recently that it may be marked yet. */
export const isOnItsWay = (
	{ toldMs }: Pick<Told, 'toldMs'>,
	{ graceMs = 0 }: Pick<Telling, 'graceMs'>,
	nowMs: number,
): boolean => nowMs - toldMs < graceMs;

/** Whether nobody is known to have been told, although that is asked for. */
export const isUntold = ({ unmarked }: Pick<Told, 'unmarked'>, tellUntilMarked: boolean): boolean =>
	tellUntilMarked && unmarked === true;

/** What is kept of a message that was sent just now: it is to be marked, if that is asked for. */
export const toMark = (tellUntilMarked: boolean): { unmarked?: true } => (tellUntilMarked ? { unmarked: true } : {});
