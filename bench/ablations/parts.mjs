/** Parts of the hourly learner that can be taken out one at a time, by constants of its method, and what stands in their place. */
export const PARTS = [
	{
		part: 'hours of the day borrow from their neighbours',
		instead: 'each hour on its own',
		method: { 'results.hourLength': 0.01 },
	},
	{
		part: 'pattern may have changed lately',
		instead: 'one pattern for all history',
		method: { 'results.changeDays': 0 },
	},
	{
		part: 'results vary more than Poisson counts',
		instead: 'Poisson counts',
		method: { 'results.dispersionWindows': 1e12 },
	},
	{
		part: 'conversions still to be reported',
		instead: 'what is reported is all there is',
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
		method: { 'demand.weekdayPriorHours': 1e12, 'demand.cellPriorHours': 1e12 },
	},
	{
		part: 'old traffic counts less',
		instead: 'all counts alike',
		method: { 'demand.halfLifeDays': 1e12 },
	},
	{
		part: 'hours in which few clicks are expected count less',
		instead: 'all count alike',
		method: { 'demand.halfWeightClicks': 0 },
	},
	{
		part: 'capped hours might have spent more',
		instead: 'they wanted what they spent',
		method: { 'demand.passes': 1 },
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
		part: 'conformal spread',
		instead: 'deviations of the model',
		method: { 'demand.spreadPriorHours': 1e12 },
	},
];
