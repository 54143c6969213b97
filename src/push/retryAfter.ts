/** Longest wait that is taken from a header: more is a fault of it. */
const LONGEST_SECONDS = 86_400;

/**
 * Until when an answer asks to wait: its header `Retry-After`, in seconds or as a date, or else the seconds in its body.
 *
 * @returns null if it does not ask
 */
export function retryAfterMs(
	headers: Readonly<Record<string, unknown>> | undefined,
	seconds: number | undefined,
	nowMs: number,
): number | null {
	const header = Object.entries(headers ?? {}).find(([name]) => name.toLowerCase() === 'retry-after')?.[1];
	const asked = secondsOf([header].flat()[0], nowMs) ?? seconds ?? null;
	return asked === null || asked <= 0 ? null : nowMs + Math.min(LONGEST_SECONDS, asked) * 1000;
}

function secondsOf(header: unknown, nowMs: number): number | null {
	if (typeof header !== 'string' && typeof header !== 'number') return null;
	const seconds = Number(header);
	if (String(header).trim() !== '' && Number.isFinite(seconds)) return seconds;
	const dateMs = Date.parse(String(header));
	return Number.isNaN(dateMs) ? null : (dateMs - nowMs) / 1000;
}
