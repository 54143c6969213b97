import { createState, ingest, type PerformanceWindow } from '../../../src/index';
import { learn } from '../../../src/learning/learn';
import { mulberry32 } from '../../../src/statistics/seededRandom';
import { DAY_MS, hourly } from '../../support/deliveries';

const NOW = Date.parse('2026-11-24T00:00:00Z');
const DAYS = 56;

interface Given {
	/** Results per square root of spend. */
	readonly height: number;
	/** Spend of its days relative to each other. */
	readonly varies?: number;
	readonly budget?: string;
}

/** Days of varying spend, with results proportional to its square root. */
const delivered = (campaignId: string, { height, varies = 0.8, budget }: Given, seed: number): PerformanceWindow[] => {
	const random = mulberry32(seed);
	const spends = Array.from({ length: DAYS }, () => 120 * Math.exp(varies * (random() - 0.5)));
	return hourly(NOW - DAYS * DAY_MS, DAYS * 24, (position) => {
		const spend = spends[Math.floor(position / 24)]!;
		return {
			campaignId,
			spend: (spend / 24).toFixed(4),
			conversions: (height * Math.sqrt(spend)) / 24,
			...(budget !== undefined && { budget }),
		};
	});
};

const elasticityOf = (own: Readonly<Record<string, Given>>, named = Object.keys(own)) => {
	const definition = {
		budgetId: 'b',
		currency: 'EUR',
		timeZone: 'UTC',
		dailyAmount: 240,
		...(named.length > 0 && { campaigns: named.map((campaignId) => ({ campaignId })) }),
	};
	const windows = Object.entries(own).flatMap(([id, given], seed) => delivered(id, given, seed + 1));
	return learn(ingest(createState(definition), windows, NOW).state).dayElasticity();
};

const GOOD: Given = { height: 6 };
const POOR: Given = { height: 1 };
const FULL: Given = { height: 6, varies: 0.1, budget: '300.00' };

describe('elasticity of a day of all campaigns', () => {
	test('campaigns that could spend more respond together as each does', () => {
		expect(elasticityOf({ a: { height: 3 }, b: { height: 4 } })).toBeCloseTo(0.76, 6);
	});

	test.each`
		campaigns      | named         | because
		${{ a: GOOD }} | ${['a']}      | ${'there is only one'}
		${{ a: GOOD }} | ${[]}         | ${'none is named'}
		${{}}          | ${['a', 'b']} | ${'nothing is known of them'}
	`('is that of one campaign where $because', ({ campaigns, named }) => {
		expect(elasticityOf(campaigns as Record<string, Given>, named as string[])).toBe(0.76);
	});

	test('is less where the good campaign has all that it can take, so that more goes to a poor one', () => {
		expect(elasticityOf({ a: FULL, b: POOR })).toBeLessThan(elasticityOf({ a: GOOD, b: POOR }) - 0.1);
	});
});
