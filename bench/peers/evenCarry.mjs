/**
 * The remaining budget spread evenly over the remaining hours: amount = remaining / (24 - hour).
 *
 * @see K.-C. Lee, A. Jalali, A. Dasdan, Real Time Bid Optimization with Smooth Budget Delivery in Online Advertising, 2013,
 *   https://arxiv.org/abs/1305.3011, its uniform pacing
 */
export const evenCarry = () => ({
	decide: ({ remaining, hour }) => ({ amount: Math.max(0, remaining) / (24 - hour) }),
});
