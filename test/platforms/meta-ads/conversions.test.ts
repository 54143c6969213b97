import { normaliseRows } from '../../../src/index';
import { conversionEvents } from '../../../src/platforms/meta-ads/conversionActions';
import { BERLIN, type Fields, meta, speechless } from '../../support/reportRows';

const action = (action_type: string, value: unknown) => ({ action_type, value });
const click = action('link_click', '9');
const hourly = (clock: number, changes: Fields) =>
	meta({
		hourly_stats_aggregated_by_advertiser_time_zone: `${String(clock).padStart(2, '0')}:00:00 - ${String(clock).padStart(2, '0')}:59:59`,
		...changes,
	});
const daily = (day: number, changes: Fields) => ({
	campaign_id: '7',
	date_start: `2026-11-${day}`,
	date_stop: `2026-11-${day}`,
	spend: '100.00',
	...changes,
});
const read = (rows: readonly Fields[], conversionActions?: readonly string[]) =>
	normaliseRows(rows, { budget: BERLIN, conversionActions });
const counts = (...given: Parameters<typeof read>) => read(...given).windows.map(({ conversions }) => conversions);
const revenues = (...given: Parameters<typeof read>) => read(...given).windows.map(({ revenue }) => revenue);

describe('an action that a row leaves out', () => {
	const sold = { actions: [click, action('omni_purchase', '2')], action_values: [action('omni_purchase', '80.00')] };
	const clicked = { actions: [click] };

	test.each`
		rows                                                                                      | actions                               | expected                  | because
		${[hourly(9, sold), hourly(10, clicked)]}                                                 | ${undefined}                          | ${[2, 0]}                 | ${'the account reports purchases by the hour'}
		${[hourly(9, sold), hourly(10, {})]}                                                      | ${undefined}                          | ${[2, 0]}                 | ${'an hour without any action has no list'}
		${[hourly(9, clicked), hourly(10, {})]}                                                   | ${undefined}                          | ${[undefined, undefined]} | ${'no purchase is reported at all'}
		${[daily(20, clicked), daily(21, {})]}                                                    | ${['purchases']}                      | ${[0, 0]}                 | ${'the user says that they are reported, and the report has actions'}
		${[daily(20, {}), daily(21, {})]}                                                         | ${['purchases']}                      | ${[undefined, undefined]} | ${'the report has no actions, whatever the user says'}
		${[hourly(9, clicked), hourly(10, {})]}                                                   | ${['purchases']}                      | ${[undefined, undefined]} | ${'by the hour, Meta reports no purchase outside of Meta'}
		${[hourly(9, clicked), hourly(10, {})]}                                                   | ${['onsite_conversion.lead_grouped']} | ${[0, 0]}                 | ${'a form on Meta is reported by the hour'}
		${[hourly(9, sold), daily(21, clicked)]}                                                  | ${undefined}                          | ${[undefined, 2]}         | ${'hours say nothing about days'}
		${[hourly(9, { ...sold, account_id: '1' }), hourly(10, { ...clicked, account_id: '2' })]} | ${undefined}                          | ${[2, undefined]}         | ${'another account says nothing about this one'}
	`('counts as $expected: $because', ({ rows, actions, expected }) => {
		expect(counts(rows, actions)).toEqual(expected);
	});

	test('a small account is learned right: one purchase in ten hours is a tenth an hour', () => {
		const hours = Array.from({ length: 20 }, (_, clock) => hourly(clock, clock % 10 === 0 ? sold : clicked));
		const known = counts(hours);
		expect(known).not.toContain(undefined);
		expect(known.reduce((sum: number, count) => sum + count!, 0) / 20).toBe(0.2);
	});

	test('has no value either, once values are reported', () => {
		expect(revenues([hourly(9, sold), hourly(10, clicked)])).toEqual(['80', '0']);
		expect(revenues([daily(20, { actions: [action('lead', '1')] })], ['leads'])).toEqual([undefined]);
	});

	test('any list can be read, and an account that cannot is rejected alone', () => {
		for (const value of [speechless, {}, [], Symbol('1'), NaN, null, [speechless], [{ action_type: speechless }]]) {
			const { windows } = read([
				hourly(8, { account_id: value }),
				hourly(9, { actions: value, action_values: value }),
				hourly(10, sold),
			]);
			expect(windows.at(-1)).toMatchObject({ conversions: 2, revenue: '80' });
		}
	});

	test('unknown although chosen: a notice says why', () => {
		expect(read([hourly(9, clicked)], ['purchases']).notices).toMatchObject([
			{ index: 0, message: expect.stringMatching(/only by the day/) },
		]);
		expect(read([daily(20, {})], ['leads']).notices).toMatchObject([
			{ index: 0, message: expect.stringMatching(/add actions and action_values to its fields/) },
		]);
		expect(read([hourly(9, clicked)]).notices).toEqual([]);
	});
});

describe('one conversion is counted once', () => {
	const purchase = [
		action('omni_purchase', '5'),
		action('purchase', '4'),
		action('offsite_conversion.fb_pixel_purchase', '3'),
		action('app_custom_event.fb_mobile_purchase', '1'),
	];
	const lead = [
		action('lead', '6'),
		action('onsite_conversion.lead_grouped', '4'),
		action('offsite_conversion.fb_pixel_lead', '2'),
		action('leadgen_grouped', '4'),
	];
	const install = [action('omni_app_install', '7'), action('app_install', '7'), action('mobile_app_install', '7')];
	const custom = action('offsite_conversion.custom.123', '8');
	const all = [...purchase, ...lead, ...install, custom];

	test.each`
		actions                                                                            | reported             | expected | because
		${undefined}                                                                       | ${all}               | ${5}     | ${'purchases are the default, and omni_purchase includes the others'}
		${['purchases']}                                                                   | ${purchase.slice(1)} | ${4}     | ${'purchase includes the pixel and the app'}
		${['purchases']}                                                                   | ${purchase.slice(2)} | ${4}     | ${'the pixel and the app exclude each other'}
		${['leads']}                                                                       | ${all}               | ${6}     | ${'lead includes forms and the website'}
		${['leads']}                                                                       | ${lead.slice(1)}     | ${6}     | ${'forms and the website exclude each other; the old name of forms does not count again'}
		${['leads']}                                                                       | ${lead.slice(3)}     | ${4}     | ${'only the old name is there'}
		${['app_installs']}                                                                | ${all}               | ${7}     | ${'installs have three names'}
		${['purchases', 'leads']}                                                          | ${all}               | ${11}    | ${'two kinds are added up'}
		${['purchases', 'omni_purchase', 'offsite_conversion.fb_pixel_purchase']}          | ${all}               | ${5}     | ${'the kind and two of its types are the same purchases'}
		${['offsite_conversion.fb_pixel_purchase', 'app_custom_event.fb_mobile_purchase']} | ${all}               | ${4}     | ${'only these channels were asked for'}
		${['offsite_conversion.fb_pixel_purchase']}                                        | ${all}               | ${3}     | ${'only the website was asked for'}
		${['offsite_conversion.custom.123', 'leads']}                                      | ${all}               | ${14}    | ${'a custom conversion has a name of its own'}
		${['link_click']}                                                                  | ${[click]}           | ${9}     | ${'any action type can be named'}
	`('$actions: $expected, because $because', ({ actions, reported, expected }) => {
		expect(counts([daily(20, { actions: reported })], actions)).toEqual([expected]);
	});

	test('so is its value, and kinds without values add none', () => {
		const values = [action('omni_purchase', '100.00'), action('purchase', '90.00')];
		const row = daily(20, { actions: all, action_values: values });
		expect(revenues([row], ['purchases', 'leads'])).toEqual(['100']);
		expect(revenues([row])).toEqual(['100']);
		expect(revenues([row], ['leads'])).toEqual([undefined]);
	});

	test('a figure that cannot be read is unknown, with a notice', () => {
		const row = daily(20, { actions: [action('omni_purchase', 'many')] });
		expect(counts([row])).toEqual([undefined]);
		expect(read([row]).notices).toMatchObject([{ message: expect.stringMatching(/^'actions' is 'many'/) }]);
	});
});

test('types of one event form groups, the most comprehensive first', () => {
	expect(conversionEvents(['mobile_app_install', 'omni_app_install', 'lead'])).toEqual([
		{ groups: [['omni_app_install'], ['mobile_app_install']], isOnMeta: false },
		{ groups: [['lead']], isOnMeta: false },
	]);
});
