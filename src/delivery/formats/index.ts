import { googleAds } from './googleAds';
import { metaAds } from './metaAds';
import type { RowFormat } from './rowFormat';

/** The platforms whose reports are known by their shape. */
export const PLATFORM_FORMATS = { google_ads: googleAds, meta_ads: metaAds } as const satisfies Record<
	string,
	RowFormat
>;

/** Every format of report rows that can be named. */
export const FORMATS = ['google_ads', 'mapped', 'meta_ads'] as const;
/** `empty` is a report without rows. */
export type Format = (typeof FORMATS)[number] | 'empty';

export { FieldMap, type FieldMapInput } from './fieldMap';
