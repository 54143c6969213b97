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
	/** From a judged day on, negative in the history: a factor on traffic, and by how many hours it comes later. */
	trafficChange: null,

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
	/** Largest elasticity of the conversion rate to the bid, up or down: a world draws its own from minus this to this. */
	conversionRateBidElasticity: 0,
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
	/** Error of what a platform delivers for an hourly amount, as the standard deviation of a log. */
	amountErrorSd: 0.03,
	/** How far the platform moves within an hour from the amount that it aimed at before to a new one; 1 is at once. */
	amountFollowing: 1,
	/** Whether the platform stops an hour that has spent its amount. */
	stopsAtAmount: true,

	/** The scenario whose random streams are used, for worlds that differ in nothing else; null for its own. */
	streamsOf: null,
};

const VOLATILE_PRICES = { dayPriceSd: 0.2, priceLevelSd: 0.25, priceLevelCorrelation: 0.3 };

/** The scenarios for tuning and judging: what each changes, and `because`, why it is included. */
export const SCENARIOS = {
	base: { because: 'the usual account' },
	rich: { because: 'patterns are learned well, so nothing is lost to caution', conversionsPerDay: 400 },
	sparse: { because: 'eight conversions a day: noise looks like a pattern', conversionsPerDay: 8 },
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

/** Accounts, workflows and markets that are harder than the usual one, reported apart: each row of the table says for whom it holds. */
export const HARDER_SCENARIOS = {
	single: { because: 'one conversion a day: many hours have no click at all', conversionsPerDay: 1 },
	few: { because: 'three conversions a day: hours have a handful of clicks', conversionsPerDay: 3 },
	volatile: {
		because:
			'click prices swing by day and by hour as on three real ad exchanges (Numenta Anomaly Benchmark, realAdExchange, 2011)',
		...VOLATILE_PRICES,
	},
	sparseVolatile: {
		because: 'eight conversions a day at prices that swing like those of real ad exchanges',
		conversionsPerDay: 8,
		...VOLATILE_PRICES,
	},
	twentyPast: {
		because: 'the worlds of base; the workflow runs at 20 past, on figures of an hour that is running',
		decisionMinute: 20,
		streamsOf: 'base',
	},
	positions: {
		because:
			'the conversion rate depends on the bid, because higher bids win other positions. Assumed: it goes with (bid / base bid)^e, and accounts have an e between -0.15 and 0.15, since published studies find better positions to convert alike (H. Varian, 2009) or worse (A. Agarwal, K. Hosanagar, M. D. Smith, Journal of Marketing Research 48, 2011)',
		conversionRateBidElasticity: 0.15,
	},
	clumsy: {
		because:
			'the worlds of base; the platform follows hourly amounts badly. Assumed: it aims half at the new amount and half at what it aimed at before, misses its aim by 30%, and does not stop an hour at its amount, only the day at its budget',
		amountErrorSd: 0.3,
		amountFollowing: 0.5,
		stopsAtAmount: false,
		streamsOf: 'base',
	},
};

/** Accounts that live through what a part of the method is for, and the others seldom do: for ablations. */
export const ABLATION_SCENARIOS = {
	moved: {
		because: 'for half of three months traffic was lower, and in other hours',
		historyDays: 84,
		trafficChange: { fromDay: -42, factor: 1.5, laterByHours: 5 },
	},
	surge: {
		because: 'traffic more than doubles for weeks, and hours reach their caps',
		judgedDays: 28,
		trafficChange: { fromDay: 1, factor: 2.5, laterByHours: 0 },
	},
	calm: {
		because: 'days and hours hardly differ',
		dayTrafficSd: 0.02,
		demandShockSd: 0.04,
		priceLevelSd: 0.03,
	},
	erratic: {
		because: 'days differ by a third, and hours by more',
		dayTrafficSd: 0.3,
		demandShockSd: 0.4,
		demandShockCorrelation: 0.8,
	},
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
