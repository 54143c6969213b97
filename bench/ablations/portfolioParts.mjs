/** Parts of the split over campaigns that can be removed one at a time, and their replacements. */
export const PORTFOLIO_PARTS = [
	{
		part: 'S-shaped responses, drawn if one of eight draws is',
		instead: 'none',
		method: { 'campaigns.sShapedWeight': 1e-12 },
	},
	{
		part: 'the same',
		instead: 'if one is',
		method: { 'campaigns.drawsOfDay': 1 },
	},
	{
		part: 'growth toward an S-shape that was drawn',
		instead: 'only if it pays that day',
		method: { 'campaigns.growsTowardDraws': false },
	},
	{
		part: 'levels that are discounted, half after 28 days',
		instead: 'after 112',
		method: { 'campaigns.halfLifeDays': 112 },
	},
	{
		part: 'growth to four times the largest day',
		instead: 'to twice',
		method: { 'campaigns.largestGrowth': 2 },
	},
	{
		part: 'prior of the noise, with the weight of ten days',
		instead: 'of one',
		method: { 'campaigns.noisePriorDays': 1 },
	},
];
