import {
	type BudgetDefinition,
	createState,
	ingest,
	optimizeAllocation,
	type PacingState,
	reallocate,
	readState,
} from '../../../src/index';
import { DAY_MS, HOUR_MS, hourly } from '../../support/deliveries';
import { poissonCounts } from '../../support/random';

/** A Monday. */
const TODAY = Date.UTC(2026, 5, 1);
const NOW = TODAY + 6 * HOUR_MS;
const DAYS = 28;

const IDS = ['search', 'shopping', 'video'] as const;

const definition = (campaigns: readonly string[], more: Partial<BudgetDefinition> = {}) => ({
	budgetId: 'b',
	currency: 'EUR',
	timeZone: 'UTC',
	dailyAmount: '900.00',
	campaigns: campaigns.map((campaignId) => ({ campaignId })),
	...more,
});

/** Four weeks of campaigns with square-root responses and Poisson results; `changed` generates `factor` times as much in the last days. */
function stateWith({
	changed = 'shopping',
	factor = 1,
	lastDays = 5,
	evening = 1,
	ids = IDS,
	...more
}: {
	changed?: string;
	factor?: number;
	lastDays?: number;
	/** Factor on the results of 18:00 to 21:59 in the last days. */
	evening?: number;
	ids?: readonly string[];
} & Partial<BudgetDefinition>): PacingState {
	const windows = IDS.flatMap((campaignId, position) => {
		const poisson = poissonCounts(position + 1);
		return hourly(TODAY - DAYS * DAY_MS, DAYS * 24 + 6, (hour) => {
			const day = Math.floor(hour / 24);
			const spend = 12.5 * (1 + 0.3 * Math.sin((2.1 + position) * day));
			const isChanged = campaignId === changed && day >= DAYS - lastDays;
			const isEvening = hour % 24 >= 18 && hour % 24 <= 21 && day >= DAYS - lastDays;
			const mean = 2 * Math.sqrt(spend / 12.5) * (isChanged ? factor : 1) * (isEvening ? evening : 1);
			return { campaignId, spend: spend.toFixed(2), clicks: 40, conversions: poisson(mean) };
		});
	});
	const { state } = ingest(createState(definition(ids, more)), windows, NOW);
	return optimizeAllocation(state, { strategy: 'adaptive_ml', nowMs: NOW }).state;
}

const cents = (amounts: readonly string[]) =>
	amounts.reduce((sum, amount) => sum + Math.round(100 * Number(amount)), 0);

const halved = stateWith({ factor: 0.5 });

describe('reallocation between campaigns', () => {
	test('a campaign that generates half the results for five days is named and loses budget to the others', () => {
		const { state, reallocation } = reallocate(halved, { nowMs: NOW });
		const { changed, from, to, moves, evidence, reasons } = reallocation;
		expect(changed).toBe(true);
		expect(evidence.eValue).toBeGreaterThan(evidence.threshold);
		expect(evidence.changes.map(({ campaignId }) => campaignId)).toEqual(['shopping']);
		const { factor } = evidence.changes[0]!;
		expect(factor.low).toBeLessThan(0.5);
		expect(factor.high).toBeGreaterThan(0.5);
		expect(reasons.map(({ code }) => code)).toEqual(['campaigns-changed']);
		expect(reasons[0]!.message).toMatch(
			/^'shopping' now generates 0\.\d+ times the results at the same spend \(80% interval 0\.\d+ to 0\.\d+\)$/,
		);
		for (const campaignId of IDS) {
			const own = moves.filter((move) => move.campaignId === campaignId).map(({ amount }) => amount);
			if (campaignId === 'shopping') expect(cents(own)).toBeLessThan(0);
			else expect(cents(own)).toBeGreaterThan(0);
		}
		expect(cents(moves.map(({ amount }) => amount))).toBe(0);
		expect(to.dayAmount).toBe(from!.dayAmount);
		expect(to.hours.map(({ amount }) => amount)).toEqual(from!.hours.map(({ amount }) => amount));
		expect(state.plan).toEqual(to);
	});

	test('a change is acted on once, and later plans include it', () => {
		const { state, reallocation } = reallocate(halved, { nowMs: NOW });
		const again = reallocate(state, { nowMs: NOW + HOUR_MS });
		expect(again.reallocation).toMatchObject({ changed: false, moves: [] });
		expect(again.reallocation.evidence.eValue).toBeLessThan(again.reallocation.evidence.threshold);
		const amountOf = ({ campaigns }: NonNullable<PacingState['plan']>) =>
			Number(campaigns!.find(({ campaignId }) => campaignId === 'shopping')!.amount);
		const { plan } = optimizeAllocation(state, { strategy: 'adaptive_ml', nowMs: NOW });
		expect(amountOf(plan)).toBe(amountOf(reallocation.to));
		expect(amountOf(plan)).toBeLessThan(amountOf(reallocation.from!));
	});

	test('without a change nothing moves and the state does not change', () => {
		const before = stateWith({});
		const { state, reallocation } = reallocate(before, { nowMs: NOW });
		expect(reallocation).toMatchObject({ changed: false, moves: [], reasons: [{ code: 'no-evidence' }] });
		expect(reallocation.reasons[0]!.message).toMatch(/^Not enough evidence that any hour or campaign changed/);
		expect(state).toEqual(before);
	});

	test('a strategy that ignores results by hour still splits over campaigns', () => {
		const { reallocation } = reallocate(halved, { nowMs: NOW, strategy: 'even_distribution' });
		expect(reallocation.evidence.changes.map(({ campaignId }) => campaignId)).toEqual(['shopping']);
		expect(reallocation.changed).toBe(true);
	});

	test('changes of hours and campaigns are both reported, and moved together', () => {
		const { reasons, evidence, moves } = reallocate(stateWith({ factor: 0.5, evening: 2.5 }), {
			nowMs: NOW,
		}).reallocation;
		expect(reasons.map(({ code }) => code)).toEqual(['hours-changed', 'campaigns-changed']);
		const named = evidence.changes.map(({ localHour, campaignId }) => localHour ?? campaignId);
		expect(named).toEqual([18, 19, 20, 21, 'shopping']);
		expect(cents(moves.map(({ amount }) => amount))).toBe(0);
		for (const { hourIndex } of moves) expect(hourIndex).toBeGreaterThanOrEqual(6);
	});

	test.each`
		limits                      | because
		${{ minDailyAmount: 250 }}  | ${'it would fall below its minimum'}
		${{ maxDailyChange: 0.05 }} | ${'it may change little from day to day'}
		${{ minDailyShare: 0.3 }}   | ${'it would fall below its minimum share'}
		${{ maxDailyAmount: 200 }}  | ${'its maximum already applies'}
	`('both plans keep the limits of the campaign, and the moves add up to 0: $because', ({ limits }) => {
		const campaigns = IDS.map((campaignId) => ({ campaignId, ...(campaignId === 'shopping' && limits) }));
		const { from, to, moves, evidence } = reallocate(stateWith({ factor: 0.5, campaigns }), {
			nowMs: NOW,
		}).reallocation;
		expect(evidence.changes.map(({ campaignId }) => campaignId)).toEqual(['shopping']);
		expect(cents(moves.map(({ amount }) => amount))).toBe(0);
		const { minDailyAmount = 0, maxDailyAmount = 900, minDailyShare = 0, maxDailyChange = 1 } = limits;
		const last = 24 * Number((12.5 * (1 + 0.3 * Math.sin(3.1 * (DAYS - 1)))).toFixed(2));
		for (const plan of [from!, to]) {
			const amount = Number(plan.campaigns!.find(({ campaignId }) => campaignId === 'shopping')!.amount);
			expect(amount).toBeGreaterThanOrEqual(Math.max(minDailyAmount, 900 * minDailyShare, (1 - maxDailyChange) * last));
			expect(amount).toBeLessThanOrEqual(Math.min(maxDailyAmount, (1 + maxDailyChange) * last));
		}
	});

	test('an amount that a target no longer allows is unspendable, and the moves show how much', () => {
		const campaigns = IDS.map((campaignId) => ({ campaignId, targetCpa: 6.5 }));
		const { from, to, moves } = reallocate(stateWith({ factor: 0.4, campaigns }), { nowMs: NOW }).reallocation;
		expect(cents([to.unspendable])).toBeGreaterThan(cents([from!.unspendable]));
		expect(cents(moves.map(({ amount }) => amount))).toBe(cents([from!.unspendable]) - cents([to.unspendable]));
	});

	test('a budget with one campaign or none monitors hours alone', () => {
		const one = reallocate(stateWith({ factor: 0.5, ids: ['shopping'] }), { nowMs: NOW }).reallocation;
		expect(one.evidence.changes).toEqual([]);
		expect(one.reasons[0]!.message).toMatch(/^Not enough evidence that any hour changed/);
	});

	test('the order of campaigns changes nothing', () => {
		const other = reallocate(stateWith({ factor: 0.5, ids: IDS.toReversed() }), { nowMs: NOW }).reallocation;
		const { reallocation } = reallocate(halved, { nowMs: NOW });
		expect(other.evidence.eValue / reallocation.evidence.eValue).toBeCloseTo(1, 6);
		expect(other.evidence.changes.map(({ campaignId }) => campaignId)).toEqual(['shopping']);
	});

	test('a state without campaign changes is read, and one with changes survives storage', () => {
		const { campaignRegimes, ...old } = reallocate(halved, { nowMs: NOW }).state;
		expect(campaignRegimes).toEqual([{ campaignId: 'shopping', sinceMs: expect.any(Number), actedMs: NOW }]);
		expect(readState(JSON.parse(JSON.stringify(old)))).toEqual(old);
		const after = reallocate(halved, { nowMs: NOW });
		const stored = readState(JSON.parse(JSON.stringify(after.state)));
		expect(stored).toEqual(after.state);
		expect(reallocate(stored, { nowMs: NOW })).toEqual(reallocate(after.state, { nowMs: NOW }));
		expect(reallocate(readState(JSON.parse(JSON.stringify(halved))), { nowMs: NOW })).toEqual(after);
	});
});
