import fc from 'fast-check';

import { BudgetDefinition, type BudgetDefinitionInput, type ExhaustionForecast } from '../../../src/index';
import { type Alert, ALERT_KINDS } from '../../../src/alerts/standingAlerts';
import { alertMessage, type AlertMessage } from '../../../src/messages/alertMessage';
import type { AlertSubject } from '../../../src/messages/alertSubject';

export const at = (time: string): number => Date.parse(`2026-11-23T${time}:00+01:00`);

/** A forecast of a budget that runs out in the afternoon, with changes. */
export const forecast = (changes: Partial<ExhaustionForecast> = {}): ExhaustionForecast => ({
	status: 'at-risk',
	probability: 0.98,
	exhaustionMs: { median: at('15:27'), low: at('14:59'), high: at('15:56'), level: 0.8 },
	spendByDayEnd: { mean: 1428.57, low: 1376.14, high: 1481.45, level: 0.8 },
	paceRatio: 1.7502,
	burnRate: 1.6061,
	requiredBurn: 0.5181,
	recommendedHourlyCap: '18.31',
	pacingMultiplier: 0.75,
	darkHours: 8.5473,
	valueAtRisk: { conversions: 35.1555, revenue: '1523.40' },
	horizons: {},
	alert: alert('firing', true),
	alerts: [],
	reasons: [
		{ code: 'at-risk', message: "Today's budget will run out early with a probability of 98%" },
		{ code: 'month-above-target', message: 'The month is projected at €33,000.00 (110% of €30,000.00)' },
	],
	...changes,
});

/** The key shared by all alerts of a budget on one day. */
export const incident = 'brand-de/exhaustion/2026-11-23';

export const alert = (
	state: ExhaustionForecast['alert']['state'],
	notify = false,
	severity: ExhaustionForecast['alert']['severity'] = 'critical',
): ExhaustionForecast['alert'] => ({
	state,
	notify,
	repeated: false,
	severity,
	dedupKey: incident,
	sinceMs: at('10:20'),
});

export const definition = (changes: Partial<BudgetDefinitionInput> = {}): BudgetDefinition =>
	BudgetDefinition.parse({
		budgetId: 'brand-de',
		name: 'Brand Germany',
		currency: 'EUR',
		timeZone: 'Europe/Berlin',
		dailyAmount: '1000.00',
		...changes,
	});

export const subject = (changes: Partial<AlertSubject> = {}): AlertSubject => ({
	definition: definition(),
	day: { amount: 1000, spent: 700 },
	dataUntilMs: at('10:00'),
	account: '',
	...changes,
});

/** A message of a named budget in a currency, with value at risk. */
export const messageOf = (
	name: string,
	{ revenue = null, conversions = null }: Partial<ExhaustionForecast['valueAtRisk']> = {},
	changes: Partial<ExhaustionForecast> & { currency?: string } = {},
): AlertMessage => {
	const { currency = 'EUR', ...rest } = changes;
	return alertMessage(
		forecast({ valueAtRisk: { revenue, conversions }, alert: alert('firing'), ...rest }),
		subject({ definition: definition({ budgetId: name, name, currency }) }),
	);
};

/** Names with markup, control characters and extreme lengths. */
export const hostileName = fc.oneof(
	fc.constantFrom(
		'<!channel> <@U123> <https://evil.example|click>',
		'@channel @here #general mail@example.com',
		'*bold* _italic_ ~struck~ `code` ```block```',
		'> quote\n>>> more\r\n• list',
		':rotating_light: :a::b:',
		'&amp; & &lt;b&gt; <b>"\'\\',
		'\u202eevil\u202c \u2066isolated\u2069 \u200fRTL',
		'حملة العلامة التجارية',
		'🚨👩‍👩‍👧‍👦🇩🇪',
		'\ud800 half a character \udfff',
		'Subject: x\r\nBcc: everyone@example.com',
		'*'.repeat(10_000),
		'&<>'.repeat(4_000),
		'👩‍👩‍👧‍👦'.repeat(1_000),
		'\u202e\u0000',
		'',
	),
	fc.string({ unit: 'binary', maxLength: 300 }),
	fc.string({
		unit: fc.constantFrom('*', '_', '~', '`', '<', '>', '&', '@', ':', 'a', ' ', '\n', '!'),
		maxLength: 300,
	}),
);

const instant = fc.integer({ min: at('00:00'), max: at('23:59') });
const amount = fc.integer({ min: 0, max: 900_000_000_000 }).map((units) => (units / 100).toFixed(2));
const number = fc.double({ min: 0, max: 1e12, noNaN: true });
const share = fc.double({ min: 0, max: 1, noNaN: true });
const interval = fc.record({ mean: number, low: number, high: number, level: fc.constant(0.8) });

const anyAlert: fc.Arbitrary<Alert> = fc.record({
	kind: fc.constantFrom(...ALERT_KINDS),
	about: fc.constant('month/2026-11-01'),
	state: fc.constantFrom('pending', 'firing', 'resolved'),
	notify: fc.boolean(),
	repeated: fc.constant(false),
	severity: fc.constantFrom('info', 'warning', 'critical'),
	dedupKey: fc.constant(`${incident}-other`),
	sinceMs: instant,
	headline: fc.constant('Something else happened'),
	message: fc.constant('Something else happened, and this is what it means'),
});

/** Forecasts of any status and alert state. */
export const anyForecast: fc.Arbitrary<ExhaustionForecast> = fc.record({
	status: fc.constantFrom('exhausted', 'at-risk', 'underspending', 'on-pace', 'stale-data'),
	probability: share,
	exhaustionMs: fc.oneof(
		fc.record({ median: instant, low: instant, high: instant, level: fc.constant(0.8) }),
		fc.constant({ median: null, low: null, high: null, level: 0.8 }),
	),
	spendByDayEnd: interval,
	paceRatio: fc.oneof(number, fc.constant(Infinity)),
	burnRate: number,
	requiredBurn: number,
	recommendedHourlyCap: amount,
	pacingMultiplier: number,
	darkHours: fc.double({ min: 0, max: 25, noNaN: true }),
	valueAtRisk: fc.record({ conversions: fc.option(number), revenue: fc.option(amount) }),
	horizons: fc.constant({}),
	alert: fc.record({
		state: fc.constantFrom('ok', 'pending', 'firing', 'resolved'),
		notify: fc.boolean(),
		repeated: fc.constant(false),
		severity: fc.constantFrom('info', 'warning', 'critical'),
		dedupKey: fc.constant(incident),
		sinceMs: instant,
	}),
	alerts: fc.array(anyAlert, { maxLength: 3 }),
	reasons: fc
		.constantFrom(...([1, 4] as const))
		.map((count) => forecast().reasons.concat(forecast().reasons).slice(0, count)),
});

/** Messages of budgets with hostile names. */
export const anyMessage: fc.Arbitrary<AlertMessage> = fc
	.record({
		exhaustion: anyForecast,
		name: fc.option(hostileName),
		budgetId: hostileName,
		account: hostileName,
		currency: fc.constantFrom('EUR', 'JPY', 'KWD'),
		day: fc.record({ amount: number, spent: number }),
		dataUntilMs: fc.option(instant, { nil: undefined }),
	})
	.map(({ exhaustion, name, budgetId, account, currency, day, dataUntilMs }) => {
		const named = { ...definition({ currency }), budgetId, name: name ?? undefined };
		return alertMessage(exhaustion, { definition: named, day, dataUntilMs, account });
	});
