import * as z from 'zod/v4';

/**
 * Where delivery was reported: a platform's format and, where the report names it, the account, such as google_ads:1234567890. A window
 * without one names nothing.
 */
export const Source = z.string().min(1, 'must not be empty').max(200, 'must be at most 200 characters');

const SEPARATOR = ':';

/** The source of an account on a platform. */
export const sourceName = (format: string, account: string | undefined): string =>
	account === undefined ? format : `${format}${SEPARATOR}${account}`;

/** The names under which a source may have been known before it was named as fully: none, and its platform. */
export function lesserNames(source: string | undefined): readonly (string | undefined)[] {
	if (source === undefined) return [];
	const end = source.indexOf(SEPARATOR);
	return end < 0 ? [undefined] : [undefined, source.slice(0, end)];
}

/** Whether a source names less than another and may be the same: google_ads names less than google_ads:1, and nothing less than either. */
export const namesLess = (source: string | undefined, than: string | undefined): boolean =>
	lesserNames(than).includes(source);

/** A campaign as one source reports it. */
export interface SourcedCampaign {
	readonly campaignId: string;
	readonly source?: string | undefined;
}

/** Identifies a campaign of a source. The length of the source separates it from any campaign ID. */
export const campaignKey = ({ campaignId, source }: SourcedCampaign): string =>
	source === undefined ? ` ${campaignId}` : `|${source.length} ${source} ${campaignId}`;

/** Order by campaign, then by source. */
export const byCampaign = (a: MaybeSourced, b: MaybeSourced): number =>
	inOrder(a.campaignId, b.campaignId) || inOrder(a.source, b.source);

type MaybeSourced = { readonly [field in keyof SourcedCampaign]?: string | undefined };

const inOrder = (a = '', b = ''): number => (a < b ? -1 : a > b ? 1 : 0);
