/**
 * An hour as a platform reports it that reports several times an hour: parts of equal length, in order of time.
 *
 * Clicks come at any time until the hour's stop, and each costs the same.
 *
 * @param parts how many; 1 leaves the hour whole and draws no chance
 * @returns `{ startMs, endMs, spend, clicks, conversions }` each, without conversions yet
 */
export function reportParts({ startMs, endMs, spend, clicks, servedFraction }, parts, { uniform }) {
	if (parts === 1) return [{ startMs, endMs, spend, clicks, conversions: 0 }];
	const partMs = (endMs - startMs) / parts;
	const clicksOf = new Array(parts).fill(0);
	for (let click = 0; click < clicks; click++) clicksOf[Math.floor(uniform() * servedFraction * parts)]++;
	return clicksOf.map((clicked, part) => ({
		startMs: startMs + part * partMs,
		endMs: startMs + (part + 1) * partMs,
		spend: clicks === 0 ? 0 : (spend * clicked) / clicks,
		clicks: clicked,
		conversions: 0,
	}));
}

/** The part in which a click of the hour happened that is chosen by chance. */
export function partOfClick(parts, { uniform }) {
	if (parts.length === 1) return 0;
	let rank = Math.floor(uniform() * parts.reduce((sum, { clicks }) => sum + clicks, 0));
	return parts.findIndex(({ clicks }) => (rank -= clicks) < 0);
}
