import { UserError } from '../../src/index';

/**
 * The instant that a node decides for: the option As Of, or now.
 *
 * @throws UserError if it is not an instant between the years 2000 and 2200
 */
export function readInstant(asOf: unknown): number {
	if (asOf === undefined || asOf === null || asOf === '') return Date.now();
	const instantMs = epochMs(isDateTime(asOf) ? asOf.toISO() : asOf);
	if (instantMs >= EARLIEST_MS && instantMs < LATEST_MS) return instantMs;
	throw new UserError(
		`'As Of' is not an instant: ${String(asOf).slice(0, 60)}`,
		'Write it with its offset from UTC, such as 2026-11-23T09:00:00+01:00, or leave it empty to decide for the present.',
	);
}

/** Seconds taken for milliseconds lie before this. */
const EARLIEST_MS = Date.parse('2000-01-01T00:00:00Z');

/** Microseconds taken for milliseconds lie after this. */
const LATEST_MS = Date.parse('2200-01-01T00:00:00Z');

/** The instant of a number or of a text with an offset; NaN for anything else. */
function epochMs(instant: unknown): number {
	if (typeof instant === 'number') return instant;
	return typeof instant === 'string' && /T.*(Z|[+-]\d{2}:?\d{2})$/.test(instant) ? Date.parse(instant) : NaN;
}

/** What n8n's expressions call a DateTime, such as {{ $now }}. */
export const isDateTime = (value: unknown): value is { toISO(): string } =>
	typeof value === 'object' && value !== null && 'toISO' in value && typeof value.toISO === 'function';
