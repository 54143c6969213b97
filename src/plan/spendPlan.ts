import * as z from 'zod/v4';

import { STRATEGIES } from '../budget/budgetDefinition';
import { AmountText } from '../money/amount';
import { Note } from '../notes/note';
import { IntervalSchema, NOTHING } from '../statistics/interval';
import { LIMITS } from '../campaigns/learnDelivery';
import { CampaignPlan } from './campaignPlan';

const PlanHour = z
	.object({
		startMs: z.number(),
		endMs: z.number(),
		localHour: z.number(),
		state: z.enum(['past', 'current', 'planned']),
		/** What the whole hour may spend; for a past hour, what it spent, with what is expected but not reported. */
		amount: AmountText,
		/** Delivered in the hour so far; null where nothing was reported. */
		spent: AmountText.nullable(),
		/** The spend at which the hour is stopped, never more than what remains of the day when it begins. */
		cap: AmountText,
		/** amount / dayAmount. */
		share: z.number(),
		/** Factor on the user's own base bid at which the hour is expected to spend its amount; 1 is neutral. */
		multiplier: z.number(),
		expected: z.object({
			conversions: z.number().nullable(),
			revenue: AmountText.nullable(),
			clicks: z.number().nullable(),
			/** Only where the objective is reach. */
			impressions: z.number().nullable().optional(),
		}),
		/** Confidence in the hour's learned efficiency: 1 / (1 + width / mean) of its 80% interval. */
		confidence: z.number(),
	})
	.readonly();
export type PlanHour = z.output<typeof PlanHour>;

/** A day ahead in the period that sets the day's amount. */
const PlanDay = z.object({ date: z.string(), amount: AmountText, why: z.string() }).readonly();

/** The plan of one local day: exact amounts by hour, the results to expect, and the limits that shaped them. */
export const SpendPlan = z
	.object({
		planId: z.string(),
		/** ID of the definition that it was made under; absent in plans of earlier versions. */
		definitionId: z.string().optional(),
		budgetId: z.string(),
		date: z.string(),
		timeZone: z.string(),
		currency: z.string(),
		strategy: z.enum(STRATEGIES),
		createdMs: z.number(),
		/** What this local day may spend, from the daily amount and the longer targets. */
		dayAmount: AmountText,
		/** Already delivered today, as reported. */
		spent: AmountText,
		/** Expected in past hours but not reported: reserved, and included in their amounts. What is not reported of the current hour is in its amount. */
		unreported: AmountText.default('0'),
		/** The part of the day's amount that is spread evenly so that learning continues; included in the hours' amounts. */
		reserve: AmountText,
		hours: z.array(PlanHour).readonly(),
		/** What the days ahead in the period are to spend, up to a month, and why; empty for a daily amount. */
		days: z.array(PlanDay).readonly().default([]),
		/** What limits the spend of all campaigns together: the budget, or demand; null while too few budgets are known. */
		limitedBy: z.enum(LIMITS).nullable().default(null),
		/** What could be spent today above the day's amount, major units; null while too few budgets are known. */
		headroom: IntervalSchema.nullable().default(null),
		/** The split over the budget's campaigns; absent if it names none. */
		campaigns: z.array(CampaignPlan).readonly().optional(),
		expected: z.object({
			conversions: IntervalSchema.nullable(),
			revenue: IntervalSchema.nullable(),
			/** Only where the objective is reach. */
			impressions: IntervalSchema.nullable().optional(),
			/** Cost of a thousand of them, major units. */
			cpm: IntervalSchema.nullable().optional(),
			spend: IntervalSchema,
			/** What is not reported of today so far, major units. */
			unreported: IntervalSchema.default(NOTHING),
		}),
		/** 1 / (1 + width / mean) of the 80% interval of the objective's expected results; 0 without evidence. */
		confidence: z.number(),
		/** The amount that the maxima and demand leave unallocated; "0" with the currency's digits if there is none. */
		unspendable: AmountText,
		constraints: z
			.array(z.object({ code: z.string(), hourIndex: z.number().optional(), detail: z.string() }))
			.readonly(),
		warnings: z.array(Note).readonly(),
	})
	.readonly();
export type SpendPlan = z.output<typeof SpendPlan>;
