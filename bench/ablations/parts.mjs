/** Parts of the hourly method that can be removed one at a time by constants, and their replacements. */
export const PARTS = [
	{
		part: 'hours of the day borrow from their neighbours',
		instead: 'each hour on its own',
		method: { 'results.hourLengths': [0.01] },
	},
	{
		part: 'roughness of the day by evidence',
		instead: 'one that suits most accounts',
		method: { 'results.hourDeviations': [0.25], 'results.hourLengths': [0.8], 'results.hourOwns': [0.3] },
	},
	{
		part: 'change points of the pattern',
		instead: 'one pattern for all history',
		method: { 'results.changeDays': 0 },
	},
	{
		part: 'overdispersion of results',
		instead: 'Poisson counts',
		method: { 'results.dispersionWindows': 1e12 },
	},
	{
		part: 'conversions still to be reported',
		instead: 'reported figures taken as final',
		method: { 'results.conversionsAtOnce': 1, 'results.delayPriorConversions': 1e12 },
	},
	{
		part: 'delay of conversions learned',
		instead: 'its prior',
		method: { 'results.delayPriorConversions': 1e12 },
	},
	{
		part: 'hours of traffic borrow from their neighbours',
		instead: 'each hour on its own',
		method: { 'demand.hourLength': 0.01 },
	},
	{
		part: 'weekdays and hours of the week of traffic',
		instead: 'hours of the day alone',
		method: { 'demand.weekdayPrecision': 1e12, 'demand.cellPrecision': 1e12 },
	},
	{
		part: 'discounting of old traffic',
		instead: 'equal weights',
		method: { 'demand.halfLifeDays': 1e12 },
	},
	{
		part: 'censoring of capped hours',
		instead: 'spend taken as demand',
		method: { 'demand.uncapped': false },
	},
	{
		part: 'hours after the budget was used up left out',
		instead: 'no demand in them',
		method: { 'demand.exhaustedShare': 1e12 },
	},
	{
		part: "today's hours update the rest of the day",
		instead: 'every day like the average',
		method: { 'demand.leastCoveredHours': 1e12 },
	},
	{
		part: 'variances of spend learned',
		instead: 'their priors',
		method: { 'demand.totalPriorHours': 1e12, 'demand.dayPriorDays': 1e12, 'demand.driftPriorPairs': 1e12 },
	},
];
