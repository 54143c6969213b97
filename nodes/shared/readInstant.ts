import { instantWithOffset, UserError } from '../../src/index';

/**
 * The instant that a node decides for: the option As Of, or now.
 *
 * @param looksAhead whether it may lie in the future: a node that stores what it decides would take the present for the past
 * @throws UserError if it is not an instant between the years 2000 and 2200, or is in the future and must not be
 */
export function readInstant(asOf: unknown, { looksAhead = false }: { looksAhead?: boolean | undefined } = {}): number {
	const nowMs = Date.now();
	if (asOf === undefined || asOf === null || asOf === '') return nowMs;
	const instantMs = epochMs(isDateTime(asOf) ? asOf.toJSON() : asOf);
	const shown = String(asOf).slice(0, 60);
	if (!(instantMs >= EARLIEST_MS && instantMs < LATEST_MS)) {
		throw new UserError(
			`'As Of' is not an instant: ${shown}`,
			'Write it with its offset from UTC, such as 2026-11-23T09:00:00+01:00, or leave it empty to use the current time.',
		);
	}
	if (!looksAhead && instantMs > nowMs + CLOCK_TOLERANCE_MS) {
		throw new UserError(
			`'As Of' is in the future: ${shown}, and it is ${new Date(nowMs).toISOString()}`,
			"Leave 'As Of' empty to use the current time; only Get Status, Simulate Scenarios and reports, which store nothing, may look ahead.",
		);
	}
	return instantMs;
}

/** Clocks of servers differ by minutes. */
const CLOCK_TOLERANCE_MS = 5 * 60_000;

/** Seconds taken for milliseconds lie before this. */
const EARLIEST_MS = Date.parse('2000-01-01T00:00:00Z');

/** Microseconds taken for milliseconds lie after this. */
const LATEST_MS = Date.parse('2200-01-01T00:00:00Z');

/** The instant of a number or of a text with an offset; NaN for anything else. */
function epochMs(instant: unknown): number {
	if (typeof instant === 'number') return instant;
	return typeof instant === 'string' ? instantWithOffset(instant) : NaN;
}

/** An instant as an object: a DateTime of n8n's expressions, such as {{ $now }}, or a Date. Its JSON is a text with an offset, null if it is invalid. */
export const isDateTime = (value: unknown): value is { toJSON(): unknown } =>
	typeof value === 'object' && value !== null && 'toJSON' in value && typeof value.toJSON === 'function';
