/** What splits over campaigns rest on, and what stands in its place. */
export const PORTFOLIO_PARTS = [
	{
		part: 'hope of 0.6 deviations',
		instead: 'expectation alone',
		edits: [['src/portfolio/hopefulCurve.ts', 'const HOPE = 0.6;', 'const HOPE = 0;']],
	},
	{
		part: 'siblings that are alike at the same spend',
		instead: 'each at its own',
		edits: [
			['src/portfolio/levelBeliefs.ts', 'const ELASTICITY = 0.5;', 'const ELASTICITY = 1;'],
			['src/portfolio/shapeBeliefs.ts', 'const HALF_SPREAD = 1;', 'const HALF_SPREAD = 1e6;'],
		],
	},
	{
		part: 'campaign days of 120 days',
		instead: 'those of 30',
		edits: [['src/delivery/foldedDays.ts', 'const DAYS_KEPT = 120;', 'const DAYS_KEPT = 1;']],
	},
	{
		part: 'how fast campaigns change, from the data',
		instead: 'evidence counts half after 28 days',
		edits: [
			[
				'src/portfolio/learnResponses.ts',
				'const HALF_LIVES_DAYS = [7, 14, 28, 56, 224]',
				'const HALF_LIVES_DAYS = [28]',
			],
		],
	},
	{
		part: 'good and bad days from the siblings',
		instead: 'none',
		edits: [['src/portfolio/dayEffects.ts', 'const between = Math.max(0, excess / precision);', 'const between = 0;']],
	},
];
