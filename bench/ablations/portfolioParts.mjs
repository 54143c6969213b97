/** What splits over campaigns rest on, and what stands in its place. */
export const PORTFOLIO_PARTS = [
	{
		part: 'what a test teaches, used on six days',
		instead: 'expectation alone',
		method: { 'campaigns.daysOfUse': 0 },
	},
	{
		part: 'an even part once, before a campaign is given up',
		instead: 'no such test',
		method: { 'campaigns.firstTestShare': 0 },
	},
	{
		part: 'growth to four times the largest day',
		instead: 'to twice',
		method: { 'campaigns.largestGrowth': 2 },
	},
	{
		part: 'tempered likelihood of shapes, exponent 0.6',
		instead: 'exponent 1',
		method: { 'campaigns.likelihoodExponent': 1 },
	},
];
