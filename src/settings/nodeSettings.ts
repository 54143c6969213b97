import * as z from 'zod/v4';

import { OBJECTIVES, STRATEGIES } from '../budget/budgetDefinition';
import { FORMATS } from '../delivery/formats';
import { AdScheduleCell } from '../push/adScheduleCell';
import { GuardFigures } from '../push/guardFigures';
import { LEVELS, PLATFORMS } from '../push/platform';
import { ExchangeRateCells } from './exchangeRateCells';

/** What every node lets its user set: which budget, where its state lives, and the instant to decide for. */
export const CommonSettings = z.object({
	budgetId: z
		.union([z.string(), z.number()], "must not be empty: map 'Budget ID' to the field that holds it")
		.transform((budgetId) => String(budgetId).trim())
		.pipe(z.string().min(1, "must not be empty: map 'Budget ID' to the field that holds it").max(200)),
	stateStore: z.enum(['dataTable', 'dataTableApi', 'inputItem']).default('dataTable'),
	options: z
		.object({ asOf: z.unknown().optional(), tableName: z.string().trim().min(1).max(100).default('budget_pacing') })
		.prefault({}),
});

/** Where a page that a node makes is put. */
export const FileSettings = z.object({ binaryPropertyName: z.string().trim().min(1).default('data') });

/** An amount as a number or as the text of a cell; not given is not 0. */
const OptionalCell = z.union([z.string().trim(), z.number()]).optional();

const OptionalDate = z
	.string()
	.transform((date) => date.slice(0, 10))
	.optional();

/** A number as such or as the text of a cell: digits with a point. */
const fromCell = (cell: unknown): unknown =>
	typeof cell === 'string' && /^\s*-?\d+(\.\d+)?\s*$/.test(cell) ? Number(cell) : cell;

/** A fraction of something. */
const OptionalFraction = z
	.preprocess(fromCell, z.number('must be a number').min(0, 'must be at least 0').max(1, 'must be at most 1'))
	.optional();

/** What people call something: a cell may hold digits only. */
const Text = z.preprocess((cell) => (typeof cell === 'number' ? String(cell) : cell), z.string().trim()).default('');

/** Several values: a list, or one text with commas, semicolons or lines between them. A blank one keeps its place. */
const List = z
	.union([z.string(), z.number(), z.array(z.union([z.string(), z.number(), z.null()]))])
	.default('')
	.transform((cell): string[] => {
		if (Array.isArray(cell)) return cell.map((value) => String(value ?? '').trim());
		const text = String(cell).trim();
		return text === '' ? [] : text.split(/[,;\n]/).map((value) => value.trim());
	});

/** A factor of 0 is to be learned. */
const EventRow = z.object({
	name: Text,
	start: OptionalDate,
	end: OptionalDate,
	factor: z.preprocess(fromCell, z.number('must be a number').min(0).max(20)).default(0),
	repeats: z.enum(['monthly', 'no', 'yearly']).default('no'),
});

export const PacingBudgetSettings = CommonSettings.extend({
	operation: z
		.enum(['createOrUpdate', 'delete', 'get', 'getAll', 'report', 'status', 'whatIf'])
		.default('createOrUpdate'),
	name: Text,
	currency: Text,
	timeZone: Text,
	exchangeRates: ExchangeRateCells,
	amounts: z
		.object({
			dailyAmount: OptionalCell,
			weeklyAmount: OptionalCell,
			monthlyAmount: OptionalCell,
			flightAmount: OptionalCell,
			flightStart: OptionalDate,
			flightEnd: OptionalDate,
			maxRollover: OptionalFraction,
		})
		.prefault({}),
	objective: z.enum(OBJECTIVES).default('conversions'),
	limits: z
		.object({
			minHourlyAmount: OptionalCell,
			maxHourlyAmount: OptionalCell,
			minHourlyShare: OptionalFraction,
			maxHourlyShare: OptionalFraction,
			maxHourlyChange: OptionalFraction,
			maxChangePerPlan: OptionalFraction,
			learningReserve: OptionalFraction,
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
								minDailyShare: OptionalFraction,
								maxDailyShare: OptionalFraction,
								maxDailyChange: OptionalFraction,
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
	eventRows: z
		.union(
			[z.literal(''), z.array(EventRow)],
			"must be a list of events: 'Event Rows' takes an expression that gives one",
		)
		.default('')
		.transform((rows) => (rows === '' ? [] : rows)),
	period: z
		.object({
			utilizationTarget: z.preprocess(fromCell, z.number('must be a number').gt(0).max(1)).default(1),
			weekStart: z.enum(['monday', 'sunday']).default('monday'),
			restatementDays: z.preprocess(fromCell, z.number('must be a number').int().min(1).max(90)).default(30),
		})
		.prefault({}),
	...FileSettings.shape,
	whatIfAmounts: List,
	/** 0 asks for no such amount. */
	leastReturn: z.preprocess(fromCell, z.number('must be a number').min(0, 'must not be negative')).default(0),
});
export type PacingBudgetSettings = Readonly<z.output<typeof PacingBudgetSettings>>;

const OptionalColumn = z.string().optional();

export const IngestSettings = CommonSettings.extend({
	format: z.enum(['auto', ...FORMATS]).default('auto'),
	reportCurrency: z.string().trim().toUpperCase().default(''),
	reportTimeZone: z.string().trim().default(''),
	reportingLag: z
		.preprocess(
			fromCell,
			z.number('must be a number of minutes').min(0, 'must be at least 0').max(2880).or(z.literal('')),
		)
		.default(''),
	fields: z
		.object({
			date: OptionalColumn,
			hour: OptionalColumn,
			start: OptionalColumn,
			end: OptionalColumn,
			spend: OptionalColumn,
			spendUnit: z.enum(['major', 'micros', 'minor']).default('major'),
			impressions: OptionalColumn,
			clicks: OptionalColumn,
			conversions: OptionalColumn,
			revenue: OptionalColumn,
			campaignId: OptionalColumn,
			currency: OptionalColumn,
			timeZone: OptionalColumn,
			multiplier: OptionalColumn,
		})
		.prefault({}),
});

export const OptimizeSettings = CommonSettings.extend({
	strategy: z.enum(STRATEGIES).default('adaptive_ml'),
	date: z.string().default(''),
	output: z.enum(['hours', 'plan']).default('plan'),
});

export const ExhaustionSettings = CommonSettings.extend({
	messages: z.enum(['digest', 'perBudget']).default('perBudget'),
	account: Text,
	rankCurrency: Text,
	exchangeRates: ExchangeRateCells,
});

export const BacktestSettings = CommonSettings.extend({
	strategies: z
		.array(z.enum(STRATEGIES))
		.min(1, 'must name at least one')
		.default([...STRATEGIES]),
	...FileSettings.shape,
});

export const ReallocateSettings = CommonSettings.extend({
	strategy: z.enum(['plan', ...STRATEGIES]).default('plan'),
});

/** Cells of a collection, read as numbers where they hold digits; a version is a text. */
const fromCells = (cells: unknown): unknown =>
	typeof cells === 'object' && cells !== null
		? Object.fromEntries(
				Object.entries(cells).map(([name, cell]) => [name, name === 'apiVersion' ? String(cell) : fromCell(cell)]),
			)
		: cells;

export const PushSettings = CommonSettings.extend({
	platform: z.enum(PLATFORMS).default('google_ads'),
	lever: z.enum(['automatic', 'dayTotal', 'hourly']).default('automatic'),
	accountId: Text,
	accountCurrency: Text,
	managerAccountId: Text,
	level: z.enum(['usual', ...LEVELS]).default('usual'),
	objectIds: List,
	shares: List,
	currentValues: List,
	campaignIds: List,
	bidding: z.enum(['manual', 'smart', 'unknown']).default('unknown'),
	adSchedule: AdScheduleCell.optional(),
	learning: z.enum(['learning', 'stable', 'unknown']).default('unknown'),
	dayAmount: Text,
	nextDayAmount: Text,
	url: Text,
	planId: Text,
	dryRun: z.boolean('must be true or false').default(true),
	guards: z.preprocess(fromCells, GuardFigures).prefault({}),
});
export type PushSettings = Readonly<z.output<typeof PushSettings>>;
