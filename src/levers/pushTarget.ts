import * as z from 'zod/v4';

import { Amount } from '../money/amount';
import { isCurrency } from '../money/currency';
import { AdScheduleRow } from './adScheduleRow';
import { LEVELS } from './level';
import { PlatformAmount } from './platformAmount';
import { BudgetObject } from './readBudget';
import { REGIONS } from './region';

/** IDs become parts of URLs, so they must not contain characters with a meaning there. */
const PlatformId = z
	.union([z.string(), z.number().int()])
	.transform(String)
	.pipe(z.string().regex(/^[\w-]{1,100}$/, 'must be an ID of letters, digits, hyphens and underscores'));

/** Maximum number of objects of one budget; their pushes are stored in the state. */
const MAX_OBJECTS = 50;

const PushObject = z
	.strictObject({
		id: PlatformId,
		/** Its weight in the split of the day's amount, 0 for none of it; required if there are several objects. */
		share: z.number('must be a number').min(0, 'must not be negative').max(1e6).optional(),
		/** Its budget, or what has its bidding target, as just read: the object that the platform's API returned, or the daily amount in its unit. Absent: not read. */
		current: z.union([PlatformAmount, BudgetObject]).optional(),
	})
	.readonly();

/** The schema of a push target on one of these platforms. */
export const pushTargetOn = <Platform extends string>(platforms: readonly Platform[]) =>
	z
		.strictObject({
			platform: z.enum(platforms),
			/** Automatic uses the levers that the platform has: the daily total, and hours where that is safe, but never bidding targets. */
			lever: z.enum(['automatic', 'dayTotal', 'hourly', 'biddingTarget']).default('automatic'),
			/** Customer, ad account or advertiser, if the platform's URL contains it. */
			accountId: PlatformId.optional(),
			/** Currency of the account; that of the budget by default. */
			accountCurrency: z
				.string()
				.refine(isCurrency, 'must be three capital letters of ISO 4217, such as USD')
				.optional(),
			/** The manager account through which the account is accessed: if any on Google Ads, always on Microsoft Advertising (customer). */
			managerAccountId: PlatformId.optional(),
			/** Where the account is, on a platform with a host for each region; North America by default. */
			region: z.enum(REGIONS).optional(),
			/** Level of the IDs; the platform's usual one by default. */
			level: z.enum(LEVELS).optional(),
			/** An object listed twice, such as a shared budget, is pushed once with the sum of its shares. */
			objects: z.array(PushObject).min(1, 'must name at least one object').max(MAX_OBJECTS).readonly(),
			/** Campaigns whose ad schedule is set. */
			campaignIds: z.array(PlatformId).max(MAX_OBJECTS).default([]),
			/** Rows of the ad schedules of these campaigns, as just read. An empty list: campaigns without one. Absent: not read. */
			adSchedule: z.array(AdScheduleRow).max(2000).optional(),
			/** The kind of bidding: Smart Bidding ignores ad-schedule modifiers. */
			bidding: z.enum(['manual', 'smart', 'unknown']).default('unknown'),
			learning: z.enum(['learning', 'stable', 'unknown']).default('unknown'),
			/** The part of the day's amount for all objects, in the currency of the budget; all of it by default. */
			dayAmount: Amount.optional(),
			/** The next day's amount in the currency of the budget, split over the objects by share, if the platform can schedule it. */
			nextDayAmount: Amount.optional(),
			/** Origin that replaces the platform's in every request: that of a proxy or a sandbox. */
			baseUrl: z
				.string()
				.regex(/^https?:\/\/[^\s/?#@]+\/?$/, 'must be the origin of an address, such as https://proxy.example.com')
				.transform((origin) => origin.replace(/\/$/, ''))
				.optional(),
			/** URL that the generic request is sent to. */
			url: z
				.string()
				.regex(/^https?:\/\/[^\s/]\S*$/, 'must be an address such as https://example.com/budgets')
				.optional(),
		})
		.readonly();
export type PushTarget = z.output<ReturnType<typeof pushTargetOn>>;
