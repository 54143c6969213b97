/** What the sandbox assumes, and other figures for it, in the order of the table. The first of them changes nothing. */
export const OTHER_ASSUMPTIONS = [
	{ label: 'as the sandbox assumes', changed: {} },
	{ label: 'weekdays and hours are all worth the same', changed: { valueHourSd: 0, valueWeekdaySd: 0 } },
	{ label: 'their worth differs twice as much', changed: { valueHourSd: 0.4, valueWeekdaySd: 0.26 } },
	{ label: 'results in proportion to spend', changed: { resultExponent: { manual: 1, smart: 1 } } },
	{ label: 'results ~ spend to the power of 0.6', changed: { resultExponent: { manual: 0.6, smart: 0.6 } } },
	{ label: "the platform's days are all alike", changed: { demandExponent: 0 } },
	{ label: "the platform's days follow demand fully", changed: { demandExponent: 1 } },
	{ label: 'the platform misses a budget twice as far', changed: { aimNoiseSd: 0.16 } },
	{ label: 'it makes up for nothing', changed: { catchUpShare: 0 } },
	{ label: 'it makes up for all', changed: { catchUpShare: 1 } },
	{ label: 'demand swings twice as much', changed: { dayDemandSd: 0.16, hourDemandSd: 0.3, weekdayDemandSd: 0.2 } },
];
