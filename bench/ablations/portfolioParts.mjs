/** What splits over campaigns rest on, and what stands in its place. */
export const PORTFOLIO_PARTS = [
	{
		part: 'what a test teaches, used on six days',
		instead: 'expectation alone',
		edits: [['src/campaigns/campaignWorth.ts', 'const DAYS_OF_USE = 6;', 'const DAYS_OF_USE = 0;']],
	},
	{
		part: 'an even part once, before a campaign is given up',
		instead: 'no such test',
		edits: [['src/campaigns/firstTests.ts', 'const MOST_MONEY = 0.3;', 'const MOST_MONEY = 0;']],
	},
	{
		part: 'growth to four times the largest day',
		instead: 'to twice',
		edits: [['src/campaigns/campaignBounds.ts', 'const LARGEST_GROWTH = 4;', 'const LARGEST_GROWTH = 2;']],
	},
	{
		part: 'results of siblings go with the root of spend, and saturate about where they spend',
		instead: 'with spend, and anywhere',
		edits: [
			['src/campaigns/levelBelief.ts', 'const ELASTICITY = 0.5;', 'const ELASTICITY = 1;'],
			['src/campaigns/siblingShapes.ts', 'const HALF_SPREAD = 1.3;', 'const HALF_SPREAD = 1e6;'],
		],
	},
	{
		part: 'evidence on shapes at 0.6 of its word',
		instead: 'at its word',
		edits: [['src/campaigns/shapePosterior.ts', 'const EVIDENCE_WEIGHT = 0.6;', 'const EVIDENCE_WEIGHT = 1;']],
	},
	{
		part: 'campaign days of 120 days',
		instead: 'those of 30',
		edits: [['src/ledger/foldedDays.ts', 'const DAYS_KEPT = 120;', 'const DAYS_KEPT = 1;']],
	},
	{
		part: 'how fast campaigns change, from the data',
		instead: 'evidence counts half after 28 days',
		edits: [
			[
				'src/campaigns/learnResponses.ts',
				'const HALF_LIVES_DAYS = [7, 14, 28, 56, 224]',
				'const HALF_LIVES_DAYS = [28]',
			],
		],
	},
	{
		part: 'good and bad days from the siblings',
		instead: 'none',
		edits: [['src/campaigns/dayEffects.ts', 'const between = Math.max(0, excess / precision);', 'const between = 0;']],
	},
];
