interface Runs {
	readonly numRuns: number;
	readonly seed?: number;
	readonly endOnFailure?: boolean;
}

/** How many cases of a law are tried: 200, or 2,000 in the thorough test, or when mutants are tested a few that are always the same. */
export const RUNS: Runs;

/** The same for a law whose cases take long, or are only seldom hard: so many usually, and so many in the thorough test. */
export function casesOf(cases: { readonly usual: number; readonly thorough: number }): Runs;
