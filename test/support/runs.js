const { PROPERTY_CASES = '200', PROPERTY_SEED } = process.env;

const USUAL = 200;

const withSeed = (numRuns) => ({
	numRuns,
	...(PROPERTY_SEED !== undefined && { seed: Number(PROPERTY_SEED), endOnFailure: true }),
});

/** How many cases of a law are tried; with a seed they are always the same ones, as when mutants are tested. */
exports.RUNS = withSeed(Number(PROPERTY_CASES));

/** The same for a law whose cases take long, or are only seldom hard: so many usually, and so many in the thorough test. */
exports.casesOf = ({ usual, thorough }) =>
	withSeed(Number(PROPERTY_CASES) > USUAL ? thorough : Math.min(usual, Number(PROPERTY_CASES)));
