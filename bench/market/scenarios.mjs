/**
 * Default conditions of a world: a mid-sized account with half the budget that its bid could spend.
 *
 * Spreads (`Sd`) are of logs. Correlations are of one hour with the next.
 */
export const USUAL_CONDITIONS = {
	historyDays: 28,
	judgedDays: 14,
	/** Approximate conversions a day at the optimum. */
	conversionsPerDay: 60,
	/** Day budget / what an average day costs at the base bid. */
	budgetShare: 0.5,

	traffic: 'avito',
	extraWeekdayTrafficSd: 0,
	dayTrafficSd: 0.08,
	demandShockSd: 0.15,
	demandShockCorrelation: 0.6,
	burstsPerDay: 0,

	auction: 'secondPrice',
	/** Spread of the prices within one hour. */
	logPriceSd: 0.8,
	priceLevelTails: 'normal',
	priceLevelSd: 0.08,
	priceLevelCorrelation: 0.8,
	/** Spread of the level of a whole day, and its correlation from one day to the next. */
	dayPriceSd: 0,
	dayPriceCorrelation: 0.7,
	/** Mean elasticity of the price level to traffic; a world draws it from 0 to twice this. */
	priceTrafficElasticity: 0.1,
	priceSpike: null,

	conversionRateHourSd: 0.15,
	conversionRateWeekdaySd: 0.05,
	conversionRateCellSd: 0.03,
	conversionRateChange: null,
	season: null,

	/** Conversions reported with the next hour; the others follow an exponential delay of `delayMeanHours`. */
	promptReportFraction: 0.6,
	delayMeanHours: 6,
	/** Windows of equal length that an hour is reported in. */
	partsPerHour: 1,
	/** Minutes past the hour at which decisions are made and stand until the next; the hour's first minutes run on the one before. */
	decisionMinute: 0,
	/** Maximum spend beyond a cap until it takes effect, as a fraction of the spend of the whole hour. */
	stopLatencyFraction: 0.05,
	/** The platform's daily limit, in day budgets. */
	platformDayLimit: 1,
};

/** The scenarios for tuning and judging: what each changes, and `because`, why it is included. */
export const SCENARIOS = {
	base: { because: 'the usual account' },
	rich: { because: 'patterns are learned well, so nothing is lost to caution', conversionsPerDay: 400 },
	sparse: { because: 'noise looks like a pattern', conversionsPerDay: 8 },
	daypart: { because: 'some hours convert several times better than others', conversionRateHourSd: 0.45 },
	bursts: { because: 'demand doubles or dries up for hours', burstsPerDay: 0.35, demandShockSd: 0.25 },
	shift: {
		because: 'buyers shift to other hours, and history misleads',
		conversionRateHourSd: 0.35,
		conversionRateChange: { fromDay: 4, earlierByHours: 8 },
	},
	break: {
		because: 'a landing page fails in office hours',
		conversionsPerDay: 150,
		conversionRateChange: { fromDay: 4, factor: 0.3, fromHour: 9, toHour: 16 },
	},
	spike: { because: 'a competitor bids up prices for four days', priceSpike: { fromDay: 4, toDay: 8, factor: 1.6 } },
	cold: { because: 'there is no history', historyDays: 0 },
	delay: { because: 'the last days look worse than they were', delayMeanHours: 30, promptReportFraction: 0.3 },
	weekly: { because: 'weekdays differ', extraWeekdayTrafficSd: 0.25, conversionRateWeekdaySd: 0.15 },
	auctionnet: { because: 'the traffic of another market, erratic within the day', traffic: 'auctionNet' },
	tight: { because: 'the budget buys a sixth of the traffic', budgetShare: 0.15 },
	loose: { because: 'the budget is more than the base bid can spend', budgetShare: 1.15 },
	lax: { because: 'the platform may spend twice the day budget, as Google does', platformDayLimit: 2 },
};

/** Where parts of the hourly learner have to show what they are for, beside the scenarios above: small and erratic accounts, late decisions. */
export const HARDER_SCENARIOS = {
	few: { because: 'three conversions a day: hours have a handful of clicks', conversionsPerDay: 3 },
	single: { because: 'one conversion a day: many hours have no click at all', conversionsPerDay: 1 },
	volatile: {
		because:
			'click prices swing by day and by hour as on three real ad exchanges (Numenta Anomaly Benchmark, realAdExchange, 2011)',
		dayPriceSd: 0.2,
		priceLevelSd: 0.25,
		priceLevelCorrelation: 0.3,
	},
	twentyPast: { because: 'the workflow runs at 20 past, on figures of an hour that is running', decisionMinute: 20 },
};

/** Never used for tuning: tests whether the methods survive where their assumptions are wrong. */
export const ROBUSTNESS_SCENARIOS = {
	firstPrice: {
		because:
			'bids are paid in full, prices and their level have heavy tails (Student t, 3 degrees of freedom), months have a season, and reports come by the quarter hour',
		auction: 'firstPrice',
		partsPerHour: 4,
		priceLevelTails: 'student3',
		season: { periodDays: 30, trafficAmplitude: 0.25, conversionRateAmplitude: 0.25 },
	},
};
