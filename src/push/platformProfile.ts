import type { AmountUnit } from './amountUnit';
import type { Level } from './level';

/** A figure of a platform: what it is, who says so, and when that was read. */
export interface Figure<Value> {
	readonly value: Value;
	readonly source: string;
	/** Year and month. */
	readonly date: string;
}

/** What a platform can be told, and what it allows. Users can replace the figures (`GuardFigures`). */
export interface PlatformProfile {
	/** The platform's own name. */
	readonly label: string;
	/** What its IDs may name, the usual one first. */
	readonly levels: readonly [Level, ...Level[]];
	/** How its API writes an amount. */
	readonly amountUnit: AmountUnit;
	/** The levels whose budget can be set today for the next day. */
	readonly nextDay: readonly Level[];
	readonly apiVersion: Figure<string | null>;
	/** The maximum cost of a day, as a factor of the highest budget set that day; null where it is not known. */
	readonly overdelivery: Figure<number | null>;
	/** Whether raising a budget and lowering it again the same day leaves the limit of the day raised. */
	readonly ratchet: Figure<boolean>;
	/** Edits of one object in any 60 minutes; null where no limit is known. */
	readonly editsPerHour: Figure<number | null>;
	/** Edits of one object by one lever in a local day. */
	readonly editsPerDay: Figure<number>;
	/** Minutes from one edit of an object to the next. */
	readonly coolDownMinutes: Figure<number>;
	/** The largest change of a value by one push, as a fraction of the value before. */
	readonly maxChangeFraction: Figure<number>;
	/** The minimum daily budget by level and currency, major units. A currency that is not listed is not known. */
	readonly minimum: Figure<Partial<Record<Level, Readonly<Record<string, string>>>>>;
	/** Whether edits can set back what the platform learns. */
	readonly learningPhase: Figure<boolean>;
	/** Whether a request can be checked by the platform without being carried out. */
	readonly dryRun: Figure<boolean>;
}

/** A figure that was read in a month such as 2026-11. */
export const figure = <Value>(value: Value, source: string, date: string): Figure<Value> => ({ value, source, date });

/** A figure that the platform does not publish, as of a month such as 2026-11. */
export const unpublished = (date: string): Figure<null> => figure(null, 'not published', date);

/** A figure that no platform gives: a cautious one of this package. */
const ownChoice = <Value>(value: Value): Figure<Value> => figure(value, 'chosen by this package', CHOSEN);

const CHOSEN = '2026-11';

/** What platforms without a figure of their own get: the total of a day is pushed once, and corrected once. */
export const CAUTIOUS = {
	nextDay: [],
	editsPerHour: unpublished(CHOSEN),
	editsPerDay: ownChoice(2),
	coolDownMinutes: ownChoice(60),
	maxChangeFraction: ownChoice(0.5),
	minimum: figure({}, 'not published as a table; read it from the account', CHOSEN),
	learningPhase: figure(false, 'no learning phase is documented for budgets', CHOSEN),
	ratchet: figure(false, 'not documented', CHOSEN),
	dryRun: figure(false, 'no such parameter is documented', CHOSEN),
} as const satisfies Partial<PlatformProfile>;
