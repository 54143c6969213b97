const few = process.env.PROPERTY_CASES;

/** How many cases of a law are tried: a thousand, or when mutants are tested a few that are always the same. */
exports.RUNS = few === undefined ? { numRuns: 1000 } : { numRuns: Number(few), seed: 1, endOnFailure: true };
