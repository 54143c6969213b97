/** How many cases of a law are tried: a thousand, or when mutants are tested a few that are always the same. */
export const RUNS: { readonly numRuns: number; readonly seed?: number; readonly endOnFailure?: boolean };
