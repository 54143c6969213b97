const { PROPERTY_CASES = '200', PROPERTY_SEED } = process.env;

/** How many cases of a law are tried; with a seed they are always the same ones, as when mutants are tested. */
exports.RUNS = {
	numRuns: Number(PROPERTY_CASES),
	...(PROPERTY_SEED !== undefined && { seed: Number(PROPERTY_SEED), endOnFailure: true }),
};
