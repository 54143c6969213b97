import * as z from 'zod/v4';

import { Amount, money } from '../money/amount';
import { isCurrency } from '../money/currency';
import { Decimal } from '../money/decimal';
import { fromMinorUnits, toMinorUnits } from '../money/minorUnits';
import { daysBetween } from '../time/localClock';
import { isTimeZone } from '../time/zone';
import { CalendarEvent, LocalDate } from './calendarEvent';
import { Campaign, campaignFaults } from './campaign';
import { exchangeRateFaults, ExchangeRates } from './exchangeRates';

const Fraction = z.number().min(0, 'must be at least 0').max(1, 'must be at most 1');

/** Longer flights are paced as several: day totals are kept for a year and a little more. */
const LONGEST_FLIGHT_DAYS = 366;

/** A state of more campaigns, with their hours, does not fit a row of a table. */
const MOST_CAMPAIGNS = 200;

/** A calendar of a year has fewer. */
const MOST_EVENTS = 100;

/** Days that a platform may go on adding conversions to a click: Google's default conversion window. */
const DEFAULT_RESTATEMENT_DAYS = 30;

const Flight = z
	.strictObject({ start: LocalDate, end: LocalDate, amount: Amount })
	.superRefine(({ start, end }, context) => {
		const days = daysBetween(start, end) + 1;
		if (days < 1) context.addIssue(`ends on ${end}, before it starts on ${start}`);
		if (days > LONGEST_FLIGHT_DAYS)
			context.addIssue(`lasts ${days} days: at most ${LONGEST_FLIGHT_DAYS} are paced as one`);
	});
type Flight = Readonly<z.output<typeof Flight>>;

/** What every plan must keep to. Amounts per full hour; shares are of the day's amount. */
export const Limits = z.strictObject({
	minHourlyAmount: Amount.optional(),
	maxHourlyAmount: Amount.optional(),
	minHourlyShare: Fraction.optional(),
	maxHourlyShare: Fraction.optional(),
	/** Most that an hour's amount may differ from the hour before, as a fraction of the hour before. */
	maxHourlyChange: Fraction.optional(),
	/** Most that an hour's amount may differ from the plan before, as a fraction of that plan's amount. */
	maxChangePerPlan: Fraction.optional(),
	/** Fraction of the day's amount spread evenly, so that every hour goes on being learned. */
	learningReserve: Fraction.optional(),
});
export type Limits = Readonly<z.output<typeof Limits>>;

export const OBJECTIVES = ['balanced', 'clicks', 'conversions', 'cpa', 'revenue', 'roas'] as const;
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

/** A budget in its owner's words: how much, for which time, in which zone and currency, and within which limits. */
export const BudgetDefinition = z
	.strictObject({
		budgetId: z.string().trim().min(1, 'must not be empty').max(200, 'must be at most 200 characters'),
		name: z.string().max(200, 'must be at most 200 characters').optional(),
		currency: z.string().refine(isCurrency, 'must be three capital letters of ISO 4217, such as EUR'),
		timeZone: z.string().refine(isTimeZone, 'must be a time zone such as Europe/Berlin'),
		/** What one unit of other currencies is worth in the budget's; one that is not named is refused. */
		exchangeRates: ExchangeRates.optional(),
		dailyAmount: Amount.optional(),
		weeklyAmount: Amount.optional(),
		monthlyAmount: Amount.optional(),
		weekStart: z.enum(['monday', 'sunday']).default('monday'),
		/** What a week or month leaves unspent is added to the next one: so much at most, as a share of its amount. */
		rollover: z.strictObject({ maxShare: Fraction.gt(0, 'must be above 0') }).optional(),
		flight: Flight.optional(),
		objective: z.enum(OBJECTIVES).default('conversions'),
		/** Share of every amount that is meant to be spent. */
		utilizationTarget: z.number().gt(0, 'must be above 0').max(1, 'must be at most 1').default(1),
		limits: Limits.default({}),
		/** Campaigns that the day's amount is split over; without them the budget is planned as one. */
		campaigns: z.array(Campaign).min(1, 'must name a campaign').max(MOST_CAMPAIGNS).optional(),
		/** Days worth more or less than usual: longer targets are spread accordingly. */
		events: z.array(CalendarEvent).max(MOST_EVENTS).optional(),
		/** Days for which a delivered hour may still be restated. */
		restatementDays: z.number().int().min(1).max(90).default(DEFAULT_RESTATEMENT_DAYS),
	})
	.superRefine((definition, context) => {
		for (const [field, amount] of amountFields(definition)) {
			if (new Decimal(amount).eq(0)) context.addIssue({ code: 'custom', path: [field], message: 'must be above 0' });
			else if (!isWhole(amount, definition.currency)) {
				const message = `must be whole minor units of ${definition.currency}, not ${amount}`;
				context.addIssue({ code: 'custom', path: [field], message });
			}
		}
		if (amountFields(definition).length === 0) {
			context.addIssue("needs an amount: 'dailyAmount', 'weeklyAmount', 'monthlyAmount' or 'flight'");
		}
		for (const fault of exchangeRateFaults(definition.exchangeRates ?? {}, definition.currency)) {
			context.addIssue({ code: 'custom', path: ['exchangeRates'], message: fault });
		}
		for (const fault of campaignFaults(definition.campaigns ?? [])) {
			context.addIssue({ code: 'custom', path: ['campaigns'], message: fault });
		}
		for (const fault of limitFaults(definition.limits)) {
			context.addIssue({ code: 'custom', path: ['limits'], message: fault });
		}
	});
export type BudgetDefinition = Readonly<z.output<typeof BudgetDefinition>>;
/** A definition as people write it: what has a default may be left out. */
export type BudgetDefinitionInput = Readonly<z.input<typeof BudgetDefinition>>;

type WithAmounts = { [field in 'dailyAmount' | 'weeklyAmount' | 'monthlyAmount']?: Amount | undefined } & {
	flight?: Flight | undefined;
};

function amountFields({ dailyAmount, weeklyAmount, monthlyAmount, flight }: WithAmounts): [string, Amount][] {
	const given: [string, Amount | undefined][] = [
		['dailyAmount', dailyAmount],
		['weeklyAmount', weeklyAmount],
		['monthlyAmount', monthlyAmount],
		['flight.amount', flight?.amount],
	];
	return given.filter((entry): entry is [string, Amount] => entry[1] !== undefined);
}

function isWhole(amount: Amount, currency: string): boolean {
	if (!isCurrency(currency)) return true;
	return new Decimal(fromMinorUnits(toMinorUnits(amount, currency, 'down'), currency)).eq(amount);
}

function limitFaults(limits: Limits): string[] {
	const { minHourlyAmount, maxHourlyAmount, minHourlyShare, maxHourlyShare } = limits;
	const faults: string[] = [];
	if (minHourlyAmount !== undefined && maxHourlyAmount !== undefined && money(minHourlyAmount).gt(maxHourlyAmount)) {
		faults.push(`have a 'minHourlyAmount' of ${minHourlyAmount} above the 'maxHourlyAmount' of ${maxHourlyAmount}`);
	}
	if (minHourlyShare !== undefined && maxHourlyShare !== undefined && minHourlyShare > maxHourlyShare) {
		faults.push(`have a 'minHourlyShare' of ${minHourlyShare} above the 'maxHourlyShare' of ${maxHourlyShare}`);
	}
	return faults;
}
