/** What the sandbox assumes, and other figures for it, in the order of the table. The first of them changes nothing. Worth keeps its own part for each campaign. */
export const OTHER_ASSUMPTIONS = [
	{ label: 'as the sandbox assumes', changed: {} },
	{
		label: 'weekdays differ by 6% in worth, hours by 10% (14% and 22%)',
		changed: { valueHourSd: 0, valueWeekdaySd: 0 },
	},
	{ label: 'weekdays differ by 27% in worth, hours by 41%', changed: { valueHourSd: 0.4, valueWeekdaySd: 0.26 } },
	{ label: 'results in proportion to spend', changed: { resultExponent: { manual: 1, smart: 1 } } },
	{ label: 'results ~ spend to the power of 0.6', changed: { resultExponent: { manual: 0.6, smart: 0.6 } } },
	{ label: "the platform's days are all alike", changed: { demandExponent: 0 } },
	{ label: "the platform's days follow demand fully", changed: { demandExponent: 1 } },
	{ label: 'the platform misses a budget twice as far', changed: { aimNoiseSd: 0.16 } },
	{ label: 'it makes up for nothing', changed: { catchUpShare: 0 } },
	{ label: 'it makes up for all', changed: { catchUpShare: 1 } },
	{ label: 'demand swings twice as much', changed: { dayDemandSd: 0.16, hourDemandSd: 0.3, weekdayDemandSd: 0.2 } },
];
