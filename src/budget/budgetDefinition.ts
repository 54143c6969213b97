import * as z from 'zod/v4';

import { Amount } from '../money/amount';
import { isCurrency } from '../money/currency';
import { isTimeZone } from '../time/zone';
import { AgencyFee } from './agencyFee';
import { amountIssue } from './amountIssue';
import {
	AMOUNT_FIELDS,
	AmountsFrom,
	amountsFromIssues,
	CALENDAR_AMOUNTS,
	type PeriodAmounts,
	quoted,
} from './amountsFrom';
import { CalendarEvent } from './calendarEvent';
import { Campaign, campaignIssues } from './campaign';
import { CONTROLS } from './control';
import { exchangeRateIssues, ExchangeRates } from './exchangeRates';
import { Flight } from './flight';
import { Goal, goalIssues } from './goal';
import { MONTHS } from './horizon';
import { limitIssues, Limits } from './limits';
import { OpenHours } from './openHours';
import { Prepaid, prepaidIssues } from './prepaid';

/** Maximum number of campaigns whose state fits into a table row. */
const MAX_CAMPAIGNS = 200;

/** More than the opening times of a week need. */
const MAX_OPEN_HOURS = 50;

/** More than a year's calendar needs. */
const MAX_EVENTS = 100;

/** Days that a platform may go on adding conversions to a click: Google's default conversion window. */
const DEFAULT_RESTATEMENT_DAYS = 30;

export const OBJECTIVES = ['balanced', 'clicks', 'conversions', 'cpa', 'reach', 'revenue', 'roas'] as const;
export type Objective = (typeof OBJECTIVES)[number];

export const STRATEGIES = [
	'adaptive_ml',
	'conversion_pattern_adaptive',
	'dayparting_optimized',
	'even_distribution',
	'front_loading',
	'performance_based',
] as const;
export type Strategy = (typeof STRATEGIES)[number];

/** A budget as its owner defines it: amounts, periods, time zone, currency and limits. */
export const BudgetDefinition = z
	.strictObject({
		budgetId: z.string().trim().min(1, 'must not be empty').max(200, 'must be at most 200 characters'),
		name: z.string().max(200, 'must be at most 200 characters').optional(),
		currency: z.string().refine(isCurrency, 'must be three capital letters of ISO 4217, such as EUR'),
		timeZone: z.string().refine(isTimeZone, 'must be a time zone such as Europe/Berlin'),
		/** Price of one unit of other currencies in the budget's currency. Rows in any other currency are rejected. */
		exchangeRates: ExchangeRates.optional(),
		...CALENDAR_AMOUNTS,
		/** Amounts that take the place of those above from a date on, such as those of the months ahead. */
		amountsFrom: AmountsFrom.optional(),
		/** What an agency takes of the amounts of days, longer periods and the flight. Limits, spend and all that is planned are media. */
		agencyFee: AgencyFee.optional(),
		weekStart: z.enum(['monday', 'sunday']).default('monday'),
		/** The month in which years and quarters begin; January if absent. */
		yearStart: z.enum(MONTHS).optional(),
		/** The unspent part of a week, month or quarter is added to the next one, up to this share of its amount. */
		rollover: z.strictObject({ maxShare: z.number().gt(0, 'must be above 0').max(1, 'must be at most 1') }).optional(),
		flight: Flight.optional(),
		/** What was paid in advance: nothing is spent once it is gone. It says how much there is, and an amount how fast it is spent. */
		prepaid: Prepaid.optional(),
		/**
		 * Spend of the flight, or else of the longest period with an amount, before the first report, if reports begin later. Without it an even share of its amount is
		 * assumed.
		 */
		spentBeforeFirstReport: Amount.optional(),
		/** Results that a longer period is meant to bring beside its amount; reported, without effect on plans. */
		goal: Goal.optional(),
		objective: z.enum(OBJECTIVES).default('conversions'),
		/**
		 * The lever that plans are made for. If absent, hours are planned for bids, and days for daily budgets once budgets in force are known.
		 */
		control: z.enum(CONTROLS).optional(),
		/** Share of every amount that is meant to be spent. */
		utilizationTarget: z.number().gt(0, 'must be above 0').max(1, 'must be at most 1').default(1),
		limits: Limits.default({}),
		/** Campaigns over which the day's amount is split; without them the budget is planned as a whole. */
		campaigns: z.array(Campaign).min(1, 'must name a campaign').max(MAX_CAMPAIGNS).optional(),
		/** Hours in which money may be spent, by weekday; all if absent. Several entries add up. */
		openHours: z.array(OpenHours).min(1, 'must name hours').max(MAX_OPEN_HOURS).optional(),
		/** Days that count more or less than usual when longer targets are spread, and days that are closed. */
		events: z.array(CalendarEvent).max(MAX_EVENTS).optional(),
		/** Days for which a delivered hour may still be restated. */
		restatementDays: z.number().int().min(1).max(90).default(DEFAULT_RESTATEMENT_DAYS),
	})
	.superRefine((definition, context) => {
		for (const [field, amount] of amountFields(definition)) {
			const message = amountIssue(amount, definition);
			if (message !== null) context.addIssue({ code: 'custom', path: [field], message });
		}
		if (amountFields(definition).length === 0) {
			context.addIssue(`needs an amount: ${quoted(AMOUNT_FIELDS)} or 'flight'`);
		}
		const { amountsFrom = [], exchangeRates = {}, prepaid = [], campaigns = [], currency } = definition;
		const issues = {
			amountsFrom: amountsFromIssues(amountsFrom, definition),
			goal: goalIssues(definition),
			prepaid: prepaidIssues(prepaid, currency),
			exchangeRates: exchangeRateIssues(exchangeRates, currency),
			campaigns: campaignIssues(campaigns),
			limits: limitIssues(definition.limits),
		};
		for (const [field, messages] of Object.entries(issues)) {
			for (const message of messages) context.addIssue({ code: 'custom', path: [field], message });
		}
	});
export type BudgetDefinition = Readonly<z.output<typeof BudgetDefinition>>;
/** A definition as input: fields with a default are optional. */
export type BudgetDefinitionInput = Readonly<z.input<typeof BudgetDefinition>>;

type WithAmounts = PeriodAmounts & { readonly flight?: Flight | undefined };

function amountFields({ flight, ...amounts }: WithAmounts): [string, Amount][] {
	const given: [string, Amount | undefined][] = [
		...AMOUNT_FIELDS.map((field): [string, Amount | undefined] => [field, amounts[field]]),
		['flight.amount', flight?.amount],
	];
	return given.filter((entry): entry is [string, Amount] => entry[1] !== undefined);
}
