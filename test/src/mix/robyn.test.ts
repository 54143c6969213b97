import { channelMix, channelMixPage } from '../../../src/index';
import { describeWithShared, readShared, readSharedJson } from '../../support/shared.js';

const CHANNELS = ['tv_S', 'ooh_S', 'print_S', 'facebook_S', 'search_S'];

/** A published run of Robyn 3.11.1: the marginal return of each channel at its initial spend. */
interface RobynRun {
	readonly channels: Record<string, { readonly expected: { readonly initMarg: number } }>;
}

/** Robyn's sample, simulated by Meta: 208 weeks, MIT licence. */
function sample(): Record<string, string>[] {
	const lines = readShared('data/robyn_dt_simulated_weekly.csv').trim().split('\n');
	const [heads, ...rows] = lines.map((line) => line.replaceAll('"', '').split(','));
	return rows.map((cells) => Object.fromEntries(heads!.map((head, column) => [head, cells[column]!])));
}

describeWithShared("Robyn's weekly sample, end to end", () => {
	const options = {
		date: 'DATE',
		result: 'revenue',
		currency: 'EUR',
		spend: CHANNELS,
		context: ['competitor_sales_B', 'events', 'newsletter'],
	};
	let mix: ReturnType<typeof channelMix>;
	beforeAll(() => {
		mix = channelMix(sample(), options);
	});
	const units = (amount: string) => Math.round(Number(amount) * 100);

	test('five channels are fitted, each with an interval above nothing', () => {
		expect(mix).toMatchObject({ periods: 208, periodDays: 7, from: '2015-11-23', to: '2019-11-11', warnings: [] });
		expect(mix.channels.map(({ channel }) => channel)).toEqual(CHANNELS);
		for (const { contribution } of mix.channels) {
			expect(contribution.low).toBeGreaterThan(0);
			expect(contribution.low).toBeLessThan(contribution.mean);
			expect(contribution.high).toBeGreaterThan(contribution.mean);
		}
	});

	test('weeks that were not seen are foreseen far better with the channels than without', () => {
		expect(mix.holdOut!.periods).toBe(26);
		expect(mix.holdOut!.r2).toBeGreaterThan(0.98);
		expect(mix.holdOut!.nrmse).toBeLessThan(mix.holdOut!.withoutChannels.nrmse / 3);
	});

	test('the budget is split to the cent within the bounds, and brings more', () => {
		const { allocation } = mix;
		expect(allocation.unspendable).toBe('0.00');
		expect(allocation.channels.reduce((sum, { proposed }) => sum + units(proposed), 0)).toBe(units(allocation.budget));
		for (const { proposed, min, max } of allocation.channels) {
			expect(units(proposed)).toBeGreaterThanOrEqual(units(min));
			expect(units(proposed)).toBeLessThanOrEqual(units(max));
		}
		expect(allocation.gain.low).toBeGreaterThan(0);
	});

	test('television brings more for its money than out-of-home, as in a published run of Robyn', () => {
		const { channels: robyn } = readSharedJson<RobynRun>('oracles/robyn_3_165_9_curves.json');
		const marginal = (channel: string) => mix.channels.find((found) => found.channel === channel)!.marginalReturn;
		expect(robyn.tv_S!.expected.initMarg).toBeGreaterThan(robyn.ooh_S!.expected.initMarg);
		expect(marginal('tv_S').low).toBeGreaterThan(marginal('ooh_S').high);
	});

	test('its page shows every channel, without a script or anything from elsewhere', () => {
		const { html, fileName } = channelMixPage(mix);
		expect(fileName).toBe('mix-revenue-2019-11-11.html');
		for (const channel of CHANNELS) expect(html).toContain(`${channel}: revenue per period`);
		expect(html).not.toMatch(/<script|src=|NaN|undefined|Infinity/);
	});
});
