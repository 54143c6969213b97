import type { Level, Platform } from './platform';

/** A figure of a platform: what it is, who says so, and when that was read. */
export interface Figure<Value> {
	readonly value: Value;
	readonly source: string;
	readonly date: string;
}

/** What a platform has to push with, and what it allows. Every figure can be replaced by the user (`GuardFigures`). */
export interface PlatformProfile {
	readonly label: string;
	/** What its IDs may name, the usual one first. */
	readonly levels: readonly Level[];
	/** How its API writes an amount: `offset` counts the platform's own smallest units, which are not always those of ISO 4217. */
	readonly amountUnit: 'major' | 'micros' | 'offset';
	/** What can steer hours beside the total of the day. */
	readonly hourlyLever: 'ad-schedule' | 'budget-schedule' | 'hours' | null;
	/** The levels whose budget can be set today for the next day. */
	readonly nextDay: readonly Level[];
	readonly apiVersion: Figure<string | null>;
	/** The most a day may cost, as a factor of the highest budget set that day; null where it is not known. */
	readonly overdelivery: Figure<number | null>;
	/** Whether raising a budget and lowering it again the same day leaves the limit of the day raised. */
	readonly ratchet: Figure<boolean>;
	/** Edits of one object in any 60 minutes; null where no limit is known. */
	readonly editsPerHour: Figure<number | null>;
	/** Edits of one object by one lever in a local day. */
	readonly editsPerDay: Figure<number>;
	/** Minutes from one edit of an object to the next. */
	readonly coolDownMinutes: Figure<number>;
	/** The most one push may change a value, as a fraction of the value before. */
	readonly maxChangeFraction: Figure<number>;
	/** The least daily budget by level and currency, major units. A currency that is not listed is not known. */
	readonly minimum: Figure<Partial<Record<Level, Readonly<Record<string, string>>>>>;
	/** Whether edits can set back what the platform learns. */
	readonly learningPhase: Figure<boolean>;
	/** Whether a request can be checked by the platform without being carried out. */
	readonly dryRun: Figure<boolean>;
}

/** When the sources were read. */
const READ = '2026-11';

const figure = <Value>(value: Value, source: string): Figure<Value> => ({ value, source, date: READ });

/** A figure that no platform gives: a cautious one of this package. */
const ownChoice = <Value>(value: Value): Figure<Value> => figure(value, 'chosen by this package');

const unknown = figure(null, 'not published');

/** What platforms without a figure of their own get: the total of a day is pushed once, and corrected once. */
const CAUTIOUS = {
	nextDay: [],
	editsPerHour: unknown,
	editsPerDay: ownChoice(2),
	coolDownMinutes: ownChoice(60),
	maxChangeFraction: ownChoice(0.5),
	minimum: figure({}, 'not published as a table; read it from the account'),
	learningPhase: figure(false, 'no learning phase is documented for budgets'),
	ratchet: figure(false, 'not documented'),
	dryRun: figure(false, 'no such parameter is documented'),
} as const;

/** The part of Microsoft's table that could be read. */
const MICROSOFT_MINIMA = {
	ARS: '0.05',
	AUD: '0.05',
	BRL: '0.10',
	CAD: '0.05',
	CLP: '5.10',
	CNY: '30.00',
	COP: '18.05',
	THB: '2.00',
} as const;

/** A dynamic daily budget may cost up to 125% of the highest one set that day; any other less. The API does not tell which one it is. */
const DYNAMIC_DAILY_BUDGET = 'https://ads.tiktok.com/help/article/how-to-set-up-a-daily-budget-in-tiktok-ads-manager';

export const PROFILES: Readonly<Record<Platform, PlatformProfile>> = {
	amazon_ads: {
		...CAUTIOUS,
		label: 'Amazon Ads',
		levels: ['campaign'],
		amountUnit: 'major',
		hourlyLever: null,
		apiVersion: unknown,
		overdelivery: figure(null, 'not paced within a day; the limit is that of the month'),
	},
	generic: {
		...CAUTIOUS,
		label: 'Generic',
		levels: ['campaign', 'adGroup', 'budget'],
		amountUnit: 'major',
		hourlyLever: 'hours',
		apiVersion: unknown,
		overdelivery: unknown,
	},
	google_ads: {
		...CAUTIOUS,
		label: 'Google Ads',
		levels: ['budget'],
		amountUnit: 'micros',
		hourlyLever: 'ad-schedule',
		apiVersion: figure('v25', 'https://developers.google.com/google-ads/api/docs/sunset-dates'),
		overdelivery: figure(2, 'https://support.google.com/google-ads/answer/10487143'),
		ratchet: figure(true, 'https://support.google.com/google-ads/answer/10487143'),
		dryRun: figure(true, 'https://developers.google.com/google-ads/api/reference/rpc/v26/MutateCampaignBudgetsRequest'),
	},
	linkedin_ads: {
		...CAUTIOUS,
		label: 'LinkedIn Ads',
		levels: ['campaign'],
		amountUnit: 'major',
		hourlyLever: null,
		apiVersion: figure('202609', 'https://learn.microsoft.com/en-us/linkedin/marketing/versioning'),
		overdelivery: figure(1.5, 'third parties; LinkedIn gives no figure'),
	},
	meta_ads: {
		...CAUTIOUS,
		label: 'Meta Ads',
		levels: ['campaign', 'adGroup'],
		amountUnit: 'offset',
		hourlyLever: 'budget-schedule',
		apiVersion: figure('v25.0', 'https://developers.facebook.com/docs/graph-api/changelog'),
		overdelivery: figure(1.75, "Meta's help pages; its API documentation says 1.25"),
		editsPerHour: figure(4, 'https://developers.facebook.com/docs/marketing-api/overview/rate-limiting'),
		maxChangeFraction: figure(0.2, 'chosen by this package: Meta calls large edits significant and gives no figure'),
		learningPhase: figure(
			true,
			'significant edits restart learning, https://www.facebook.com/business/help/112167992830700',
		),
	},
	microsoft_ads: {
		...CAUTIOUS,
		label: 'Microsoft Advertising',
		levels: ['campaign', 'budget'],
		amountUnit: 'major',
		hourlyLever: null,
		apiVersion: figure(
			'v13',
			'https://learn.microsoft.com/en-us/advertising/campaign-management-service/updatebudgets',
		),
		overdelivery: figure(2, "Microsoft's help pages: usually less than 100% above"),
		minimum: figure(
			{ budget: MICROSOFT_MINIMA, campaign: MICROSOFT_MINIMA },
			'https://learn.microsoft.com/en-us/advertising/guides/currencies',
		),
	},
	tiktok_ads: {
		...CAUTIOUS,
		label: 'TikTok Ads',
		levels: ['campaign', 'adGroup'],
		amountUnit: 'major',
		hourlyLever: null,
		nextDay: ['adGroup'],
		apiVersion: figure('v1.3', 'https://business-api.tiktok.com/portal/docs'),
		overdelivery: figure(1.25, DYNAMIC_DAILY_BUDGET),
		ratchet: figure(true, DYNAMIC_DAILY_BUDGET),
		coolDownMinutes: figure(2880, 'https://ads.tiktok.com/help/article?aid=744163857974606118'),
		maxChangeFraction: figure(0.5, 'https://ads.tiktok.com/help/article?aid=744163857974606118'),
		minimum: figure(
			{ campaign: { USD: '50.01' }, adGroup: { USD: '20.01' } },
			'more than 50 and 20 USD, https://ads.tiktok.com/help/article/budget',
		),
		learningPhase: figure(true, 'https://ads.tiktok.com/help/article?aid=744163857974606118'),
	},
};
