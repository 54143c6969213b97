import * as z from 'zod/v4';

/** Google's names of weekdays, Monday first. */
export const WEEKDAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** @see https://developers.google.com/google-ads/api/reference/rpc/v26/AdScheduleInfo */
export const MAX_WINDOWS = 6;

const Minute = z.enum(['ZERO', 'FIFTEEN', 'THIRTY', 'FORTY_FIVE']);

/**
 * A row of a Google Ads report on `campaign_criterion` with its ad schedule, as returned by `googleAds:search`.
 *
 * A criterion without a modifier leaves bids unchanged.
 *
 * @see https://developers.google.com/google-ads/api/reference/rpc/v26/AdScheduleInfo
 */
export const AdScheduleRow = z
	.object({
		campaignCriterion: z.object({
			resourceName: z.string().regex(/^customers\/\d+\/campaignCriteria\/\d+~\d+$/, 'must be a campaign criterion'),
			adSchedule: z.object({
				dayOfWeek: z.enum(WEEKDAYS),
				startHour: z.number().int().min(0).max(23),
				startMinute: Minute,
				endHour: z.number().int().min(0).max(24),
				endMinute: Minute,
			}),
			bidModifier: z.number().min(0).max(10).default(1),
		}),
	})
	.readonly();
export type AdScheduleRow = z.output<typeof AdScheduleRow>;

/** The rows of one campaign. */
export const rowsOf = (rows: readonly AdScheduleRow[], campaignId: string): readonly AdScheduleRow[] =>
	rows.filter(({ campaignCriterion: { resourceName } }) => resourceName.includes(`/campaignCriteria/${campaignId}~`));
