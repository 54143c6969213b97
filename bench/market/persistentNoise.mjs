/**
 * Autocorrelated noise, an AR(1) process with standard deviation `sd`: x <- correlation x + sqrt(1 - correlation^2) sd draw.
 *
 * @param draw gives independent numbers of mean 0 and variance 1
 * @returns a function that gives the next value
 */
export function persistentNoise(sd, correlation, draw) {
	let value = 0;
	return () => {
		value = correlation * value + Math.sqrt(1 - correlation ** 2) * sd * draw();
		return value;
	};
}
