import * as z from 'zod/v4';

import { Amount } from '../money/amount';
import { isCurrency } from '../money/currency';
import { AdScheduleRow } from './adScheduleRow';
import { LEVELS } from './level';
import { PlatformAmount } from './platformAmount';

/** IDs become parts of addresses, so they hold nothing that has a meaning there. */
const PlatformId = z
	.union([z.string(), z.number().int()])
	.transform(String)
	.pipe(z.string().regex(/^[\w-]{1,100}$/, 'must be an ID of letters, digits, hyphens and underscores'));

/** As many objects as one budget is split over; their pushes are kept in the state. */
const MAX_OBJECTS = 50;

const PushObject = z
	.strictObject({
		id: PlatformId,
		/** Its weight in the split of the day's amount; needed as soon as there are two objects. */
		share: z.number('must be a number').gt(0, 'must be above 0').max(1e6).optional(),
		/** Its daily budget as read just now, in the unit of the platform's API. Absent: not read. */
		current: PlatformAmount.optional(),
	})
	.readonly();

/** What a plan is pushed to, in the words of one of these platforms. */
export const pushTargetOn = <Platform extends string>(platforms: readonly Platform[]) =>
	z
		.strictObject({
			platform: z.enum(platforms),
			/** Automatic takes what the platform really has: the total of the day, and hours where that is safe. */
			lever: z.enum(['automatic', 'dayTotal', 'hourly']).default('automatic'),
			/** Customer, ad account or advertiser, where the platform's address names it. */
			accountId: PlatformId.optional(),
			/** Currency of the account; that of the budget by default. */
			accountCurrency: z
				.string()
				.refine(isCurrency, 'must be three capital letters of ISO 4217, such as USD')
				.optional(),
			/** The manager account through which the account is reached, if it is. */
			managerAccountId: PlatformId.optional(),
			/** What the IDs name; the platform's usual one by default. */
			level: z.enum(LEVELS).optional(),
			/** An object that is listed twice, such as a budget shared by campaigns, is pushed once with both shares. */
			objects: z.array(PushObject).min(1, 'must name at least one object').max(MAX_OBJECTS).readonly(),
			/** Campaigns whose ad schedule is set. */
			campaignIds: z.array(PlatformId).max(MAX_OBJECTS).default([]),
			/** Rows of the ad schedule of these campaigns as read just now; an empty list is a campaign without one, absent is not read. */
			adSchedule: z.array(AdScheduleRow).max(2000).optional(),
			/** Whether bids are the user's own: Smart Bidding ignores ad-schedule modifiers. */
			bidding: z.enum(['manual', 'smart', 'unknown']).default('unknown'),
			learning: z.enum(['learning', 'stable', 'unknown']).default('unknown'),
			/** What the objects get of the day's amount together, in the currency of the budget; all of it by default. */
			dayAmount: Amount.optional(),
			/** The next day's amount in the currency of the budget, split over the objects by their shares, where the platform can be told it today. */
			nextDayAmount: Amount.optional(),
			/** Where the generic form is sent. */
			url: z
				.string()
				.regex(/^https?:\/\/[^\s/]\S*$/, 'must be an address such as https://example.com/budgets')
				.optional(),
		})
		.readonly();
export type PushTarget = z.output<ReturnType<typeof pushTargetOn>>;
