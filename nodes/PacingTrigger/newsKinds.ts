import { type AlertKind, HORIZONS } from '../../src/index';

const ofPeriods = HORIZONS.flatMap((horizon) => [`${horizon}-over`, `${horizon}-under`] as const);

/** What can be news, and the kinds of alerts that tell of it. */
export const NEWS_KINDS = {
	delivery: ['no-delivery', 'underdelivery', 'spend-anomaly'],
	exhaustion: ['exhaustion'],
	period: ['limited-by-demand', 'balance-low', ...ofPeriods],
	plan: ['plan-changed'],
	staleData: ['stale-data'],
	target: ['kpi'],
} as const satisfies Record<string, readonly AlertKind[]>;
export type News = keyof typeof NEWS_KINDS;

/** The kinds of alerts that a choice of news stands for. */
export const kindsOf = (news: readonly News[]): AlertKind[] =>
	news.flatMap((one): readonly AlertKind[] => NEWS_KINDS[one]);
