import type { AlertKind } from '../../src/index';

/** What can be news, and the kinds of alerts that tell of it. */
export const NEWS_KINDS = {
	delivery: ['no-delivery', 'underdelivery', 'spend-anomaly'],
	exhaustion: ['exhaustion'],
	period: ['limited-by-demand', 'week-over', 'week-under', 'month-over', 'month-under', 'flight-over', 'flight-under'],
	plan: ['plan-changed'],
	staleData: ['stale-data'],
	target: ['kpi'],
} as const satisfies Record<string, readonly AlertKind[]>;
export type News = keyof typeof NEWS_KINDS;

/** The kinds of alerts that a choice of news stands for. */
export const kindsOf = (news: readonly News[]): AlertKind[] =>
	news.flatMap((one): readonly AlertKind[] => NEWS_KINDS[one]);
