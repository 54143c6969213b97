import type { AmountUnit } from './amountUnit';
import type { Level } from './level';

/** A figure of a platform with its source and date. */
export interface Figure<Value> {
	readonly value: Value;
	readonly source: string;
	/** Year and month. */
	readonly date: string;
}

/** Capabilities and limits of a platform. Users can override the figures (`GuardFigures`). */
export interface PlatformProfile {
	/** The platform's name. */
	readonly label: string;
	/** Levels of objects with a daily budget, the usual one first. */
	readonly levels: readonly [Level, ...Level[]];
	/** Unit of amounts in its API. */
	readonly amountUnit: AmountUnit;
	/** Levels whose budget can be scheduled for the next day. */
	readonly nextDay: readonly Level[];
	readonly apiVersion: Figure<string | null>;
	/** When requests of a version begin to fail: a date, or the month where no day is published. Absent for versions whose end is not known. */
	readonly apiEnds: Figure<Readonly<Record<string, string>>>;
	/** Maximum cost of a day as a factor of the highest budget set that day; null if unknown. */
	readonly overdelivery: Figure<number | null>;
	/** Whether the day's limit stays raised if a budget is raised and lowered again the same day. */
	readonly ratchet: Figure<boolean>;
	/** Edits of one object in any 60 minutes; null if no limit is known. */
	readonly editsPerHour: Figure<number | null>;
	/** Edits of one object by one lever in a local day. */
	readonly editsPerDay: Figure<number>;
	/** Minimum minutes between two edits of an object. */
	readonly coolDownMinutes: Figure<number>;
	/** Maximum change of a value by one push, as a fraction of the previous value. */
	readonly maxChangeFraction: Figure<number>;
	/** Minimum daily budget by level and currency, major units; unknown for currencies not listed. */
	readonly minimum: Figure<Partial<Record<Level, Readonly<Record<string, string>>>>>;
	/** Whether edits can restart the platform's learning phase. */
	readonly learningPhase: Figure<boolean>;
	/**
	 * Daily budgets that a campaign with an ad schedule is paced to spend in a month, within its open days; null if closed days lower what it spends, or if
	 * that is not known.
	 */
	readonly scheduledMonthDays: Figure<number | null>;
	/** Whether what is spent from an edit of a daily budget until the calendar month ends is at most the new budget for each of its days left, that of the edit included. */
	readonly editBoundsMonth: Figure<boolean>;
	/** Whether the platform can validate a request without executing it. */
	readonly dryRun: Figure<boolean>;
}

/** A figure read in a month such as 2026-11. */
export const figure = <Value>(value: Value, source: string, date: string): Figure<Value> => ({ value, source, date });

/** A figure that the platform does not publish, as of a month such as 2026-11. */
export const unpublished = (date: string): Figure<null> => figure(null, 'not published', date);

/** A cautious figure of this package, used where platforms publish none. */
const ownChoice = <Value>(value: Value): Figure<Value> => figure(value, 'chosen by this package', CHOSEN);

const CHOSEN = '2026-11';

/** Defaults for figures that a platform does not publish: a daily total is pushed once and corrected once. */
export const CAUTIOUS = {
	nextDay: [],
	apiEnds: figure({}, 'not published', CHOSEN),
	editsPerHour: unpublished(CHOSEN),
	editsPerDay: ownChoice(2),
	coolDownMinutes: ownChoice(60),
	maxChangeFraction: ownChoice(0.5),
	minimum: figure({}, 'not published as a table; read it from the account', CHOSEN),
	learningPhase: figure(false, 'no learning phase is documented for budgets', CHOSEN),
	ratchet: figure(false, 'not documented', CHOSEN),
	scheduledMonthDays: figure(null, 'not documented', CHOSEN),
	editBoundsMonth: figure(false, 'not documented', CHOSEN),
	dryRun: figure(false, 'no such parameter is documented', CHOSEN),
} as const satisfies Partial<PlatformProfile>;
