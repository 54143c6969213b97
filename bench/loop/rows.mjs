/** Situations of the closed loop, in the order of the table. `months` is 1, `fromDay` 1 and `platform` that of the scenario unless said. */
export const ROWS = [
	{ label: 'one limited campaign, manual CPC', scenario: 'one-limited-manual', months: 3 },
	{ label: 'one limited campaign, smart bidding', scenario: 'one-limited-smart', months: 3 },
	{ label: 'one limited campaign, Meta', scenario: 'one-limited-smart', platform: 'meta_ads', months: 3 },
	{ label: 'demand about equal to the budget', scenario: 'demand-equal' },
	{ label: 'demand below the budget', scenario: 'demand-below' },
	{ label: 'three campaigns, one limited by demand', scenario: 'three-campaigns' },
	{ label: 'ten campaigns, some limited by demand', scenario: 'ten-campaigns' },
	{ label: 'a person doubles the budget', scenario: 'persons-edit' },
	{ label: '30 hours without reports', scenario: 'no-reports' },
	{ label: 'reports two hours late', scenario: 'late-reports' },
	{ label: 'truncated reports', scenario: 'truncated-reports' },
	{ label: '15% of pushes fail', scenario: 'failing-pushes' },
	{ label: 'time-outs after the change', scenario: 'timeouts-after-change' },
	{ label: 'a runaway of 36 hours', scenario: 'runaway' },
	{ label: 'first month of a new account', scenario: 'new-account' },
	{ label: 'begun on the 15th', scenario: 'begun-mid-month', fromDay: 15 },
	{ label: '1 conversion a day', scenario: 'small-1' },
	{ label: '3 conversions a day', scenario: 'small-3' },
	{ label: '8 conversions a day', scenario: 'small-8' },
];

/** Rows of a quick run: what the loop is for, and what it must survive. */
export const QUICK_ROWS = ['one-limited-manual', 'three-campaigns', 'failing-pushes', 'small-3'];
