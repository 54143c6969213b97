import {
	CONTROLS,
	FEE_BASES,
	FLIGHT_PACINGS,
	GOAL_MEASURES,
	HORIZONS,
	MONTHS,
	OBJECTIVES,
	ToldMessage,
	WEEKDAYS,
	z,
} from '../../src/index';
import {
	Amounts,
	BudgetIds,
	fromCell,
	OptionalCell,
	OptionalPercent,
	OptionalSmallPercent,
	percentUpTo,
	Text,
} from '../shared/cells';
import { CommonSettings, FileSettings, ItemSettings } from '../shared/commonSettings';
import { OptionalDate } from '../shared/dateCell';
import { ExchangeRateCells } from '../shared/exchangeRateCells';
import { includeCell } from '../shared/includeCell';
import { STATUS_PARTS } from './budgetItem';

/** What can be done with each resource. */
const OPERATIONS = {
	alert: ['markTold'],
	budget: ['createOrUpdate', 'delete', 'get', 'getAll', 'simulate', 'status'],
	report: ['create', 'overview'],
} as const;
export type Operations = typeof OPERATIONS;

/** An empty factor is learned. */
const EventRow = z.object({
	name: Text,
	start: OptionalDate,
	end: OptionalDate,
	factor: z.preprocess(fromCell, z.number('must be a number')).optional(),
	repeats: z.enum(['monthly', 'no', 'weekly', 'yearly']).default('no'),
});

const ToldCell = z.array(
	ToldMessage,
	"must be the field told of an item of Check Exhaustion, Pacing Trigger, Prepare Push or Confirm Push: {{ $('Check Exhaustion').item.json.told }}",
);

const NO_OPTION = 'is none of the options of Pacing Budget';

/** What Pacing Budget lets its user set. */
export const PacingBudgetSettings = ItemSettings.extend({
	resource: z.enum(['alert', 'budget', 'report'], NO_OPTION).default('budget'),
	operation: z.enum(Object.values(OPERATIONS).flat(), NO_OPTION).default('createOrUpdate'),
	name: Text,
	currency: Text,
	timeZone: Text,
	exchangeRates: ExchangeRateCells,
	amounts: z
		.object({
			dailyAmount: OptionalCell,
			weeklyAmount: OptionalCell,
			monthlyAmount: OptionalCell,
			quarterlyAmount: OptionalCell,
			yearlyAmount: OptionalCell,
			flightAmount: OptionalCell,
			flightStart: OptionalDate,
			flightEnd: OptionalDate,
			flightPacing: z.enum(FLIGHT_PACINGS).optional(),
			flightMilestones: z
				.object({ milestone: z.array(z.object({ by: OptionalDate, spent: percentUpTo(99) })).default([]) })
				.prefault({}),
			flightStartTime: z.string().trim().optional(),
			flightEndTime: z.string().trim().optional(),
			maxRollover: OptionalPercent,
			spentBeforeFirstReport: OptionalCell,
		})
		.prefault({}),
	amountsFrom: z
		.object({
			change: z
				.array(
					z.object({
						from: OptionalDate,
						dailyAmount: OptionalCell,
						weeklyAmount: OptionalCell,
						monthlyAmount: OptionalCell,
						quarterlyAmount: OptionalCell,
						yearlyAmount: OptionalCell,
					}),
				)
				.default([]),
		})
		.prefault({}),
	goal: z
		.object({
			amount: OptionalCell,
			of: z.enum(GOAL_MEASURES).optional(),
			period: z.enum(HORIZONS).optional(),
			reachedBeforeFirstReport: OptionalCell,
		})
		.prefault({}),
	prepaid: z
		.object({ payment: z.array(z.object({ date: OptionalDate, amount: OptionalCell })).default([]) })
		.prefault({}),
	agencyFee: z
		.object({
			fee: OptionalPercent,
			of: z.enum(FEE_BASES).optional(),
			amounts: z.enum(FEE_BASES).optional(),
		})
		.refine(
			({ fee, of, amounts }) => fee !== undefined || (of === undefined && amounts === undefined),
			"needs 'Fee (%)'; enter 0 for a budget without a fee",
		)
		.prefault({}),
	objective: z.enum(OBJECTIVES).default('conversions'),
	control: z.enum(CONTROLS).default('daily-budget'),
	limits: z
		.object({
			maxDailyAmount: OptionalCell,
			minHourlyAmount: OptionalCell,
			maxHourlyAmount: OptionalCell,
			minHourlyShare: OptionalSmallPercent,
			maxHourlyShare: percentUpTo(100).optional(),
			maxHourlyChange: OptionalPercent,
			maxChangePerPlan: OptionalPercent,
			learningReserve: OptionalSmallPercent,
		})
		.prefault({}),
	campaigns: z
		.object({
			campaign: z
				.array(
					z.object({
						campaignId: Text,
						limits: z
							.object({
								minDailyAmount: OptionalCell,
								maxDailyAmount: OptionalCell,
								minDailyShare: OptionalSmallPercent,
								maxDailyShare: percentUpTo(100).optional(),
								maxDailyChange: OptionalPercent,
								targetCpa: OptionalCell,
								targetRoas: z.preprocess(fromCell, z.number('must be a number').gt(0)).optional(),
							})
							.prefault({}),
					}),
				)
				.default([]),
		})
		.prefault({}),
	events: z
		.object({
			event: z.array(EventRow).default([]),
		})
		.prefault({}),
	openHours: z
		.object({
			hours: z.array(z.object({ from: Text, to: Text, weekdays: z.array(z.enum(WEEKDAYS)).default([]) })).default([]),
		})
		.prefault({}),
	eventRows: z.array(EventRow, "must be a list of events: 'Event Rows' takes an expression that gives one").default([]),
	period: z
		.object({
			utilizationTarget: percentUpTo(100).prefault(100),
			weekStart: z.enum(['monday', 'sunday']).default('monday'),
			yearStart: z.enum(MONTHS).optional(),
			restatementDays: z.preprocess(fromCell, z.number('must be a number').int().min(1).max(90)).default(30),
		})
		.prefault({}),
	told: ToldCell.optional(),
	budgetIds: BudgetIds,
	reportLink: Text.refine(
		(link) => link === '' || /^(\?|\/|https?:\/\/)/.test(link),
		"must begin with '?', '/', 'https://' or 'http://'",
	),
	...FileSettings.shape,
	include: includeCell(STATUS_PARTS).default([]),
	scenarioAmounts: Amounts,
	/** 0 for none. */
	minimumMarginalReturn: z.preprocess(fromCell, z.number('must be a number').min(0, 'must not be negative')).default(0),
});
export type PacingBudgetSettings = Readonly<z.output<typeof PacingBudgetSettings>>;

/** Those of Create, for a report. */
export const ReportSettings = ItemSettings.extend(FileSettings.shape);

/** Those of Create Overview. */
export const OverviewSettings = CommonSettings.pick({ stateStore: true, options: true }).extend(
	PacingBudgetSettings.pick({ budgetIds: true, reportLink: true, binaryPropertyName: true }).shape,
);

/** Those of Mark as Told. */
export const MarkToldSettings = CommonSettings.pick({ stateStore: true, options: true }).extend({ told: ToldCell });

/** Those of Get Status. */
export const StatusSettings = ItemSettings.extend(PacingBudgetSettings.pick({ include: true }).shape);

/** Those of Simulate Scenarios. */
export const ScenarioSettings = ItemSettings.extend(
	PacingBudgetSettings.pick({ scenarioAmounts: true, minimumMarginalReturn: true }).shape,
);
export type ScenarioSettings = Readonly<z.output<typeof ScenarioSettings>>;
