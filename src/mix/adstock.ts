/**
 * Spend as it works on: each period's spend and what is left of those before it.
 *
 * A_t = (1 - retention) x_t + retention A_(t-1), so that steady spend is its own adstock.
 *
 * @param spend     (periods)
 * @param retention share of the effect that is left after one period, 0 <= retention < 1
 * @returns (periods) in the units of the spend
 * @see S. Broadbent, One way TV advertisements work, J. Market Research Society 21, 1979; Y. Jin et al., Bayesian methods for media mix
 *      modeling with carryover and shape effects, Google, 2017, eq. 1
 * @example adstock([8, 0, 0], 0.5) // [4, 2, 1]
 */
export function adstock(spend: readonly number[], retention: number): number[] {
	let stock = 0;
	return spend.map((amount) => (stock = (1 - retention) * amount + retention * stock));
}
