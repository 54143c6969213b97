import fc from 'fast-check';

import { type Platform, PLATFORMS, PUSH_PLATFORMS } from '../../../src/platforms/registry';
import { fixturesOf } from '../../support/platformFixtures';
import { push } from '../../support/plans';
import { ANY_STEP, pushEuros } from '../../support/pushEuros';
import { RUNS } from '../../support/runs';

const FIXTURES = fixturesOf('push');

test('exactly the platforms of the registry have fixtures', () => {
	expect(Object.keys(FIXTURES).sort()).toEqual([...PLATFORMS].sort());
});

describe.each(PLATFORMS)('%s', (platform: Platform) => {
	const { profile, ...levers } = PUSH_PLATFORMS[platform];
	const { target, optional = [], unitsPerMajor, amountIn } = FIXTURES[platform]!;

	test('a daily total is set in the unit of the platform, and can be rolled back', () => {
		const objects = [{ id: '7', current: 55 * unitsPerMajor('USD') }];
		const { requests } = push({
			dayAmount: '110.00',
			target: { platform, lever: 'dayTotal', objects, ...target },
			guards: { maxChangeFraction: 1 },
		}).push;
		expect(requests).toMatchObject([{ object: `${profile.levels[0]}/7`, from: '55.00', to: '110.00' }]);
		expect(Number(amountIn(requests[0]!))).toBe(110 * unitsPerMajor('USD'));
		expect(requests[0]!.rollback).toMatchObject({ url: requests[0]!.url });
	});

	test('a base URL replaces the origin of its request and of the rollback, and nothing else', () => {
		const objects = [{ id: '7', current: 55 * unitsPerMajor('USD') }];
		const requestAt = (baseUrl?: string) =>
			push({
				dayAmount: '110.00',
				target: { platform, lever: 'dayTotal', objects, ...target, baseUrl },
				guards: { maxChangeFraction: 1 },
			}).push.requests[0]!;
		const usual = requestAt();
		for (const baseUrl of ['http://127.0.0.1:8080', 'https://proxy.example.com/']) {
			const moved = requestAt(baseUrl);
			const at = (url: string) => url.replace(new URL(url).origin, baseUrl.replace(/\/$/, ''));
			expect(moved).toEqual({
				...usual,
				url: at(usual.url),
				rollback: { ...usual.rollback!, url: at(usual.rollback!.url) },
			});
		}
		for (const wrong of ['ftp://x', 'example.com', 'https://x/path', 'https://user@x', 'https://x?y']) {
			expect(() => requestAt(wrong)).toThrow(/must be the origin of an address/);
		}
	});

	test('requires exactly the fields that it declares', () => {
		const objects = [{ id: '7', current: 55 * unitsPerMajor('USD') }];
		const without = () => push({ dayAmount: '110.00', target: { platform, lever: 'dayTotal', objects } });
		const needed = levers.names.filter((name) => !optional.includes(name));
		expect(Object.keys(target)).toEqual(needed);
		if (needed.length > 0) expect(without).toThrow(/The account is missing|has no URL/);
		else expect(without).not.toThrow();
	});

	test('each figure has a source and a date', () => {
		const all = [...Object.values(profile), ...Object.values(levers.biddingTargets ?? {})];
		const figures = all.filter((value) => typeof value === 'object' && 'source' in value);
		expect(figures.length).toBeGreaterThan(5);
		for (const { source, date } of figures) {
			expect(source).not.toBe('');
			expect(date).toMatch(/^\d{4}-\d{2}$/);
		}
	});

	test('has at most one lever for hours', () => {
		const { adSchedule, hours } = levers;
		expect([adSchedule, hours].filter((lever) => lever !== undefined).length).toBeLessThan(2);
	});
});

/** A current amount from which one push may reach any other. */
const MUCH = 1_000_000;

test('for any rates, shares and platforms, the pushed amount is the largest in whole units that does not exceed the plan', () => {
	const rate = fc
		.tuple(fc.integer({ min: 1, max: 999_999 }), fc.integer({ min: 0, max: 8 }))
		.map(([digits, shift]) => Number((digits / 10 ** shift).toFixed(8)));
	const exact = (decimal: string | number): { units: bigint; scale: bigint } => {
		const [whole, decimals = ''] = String(Number(decimal).toFixed(8)).split('.') as [string, string?];
		return { units: BigInt(whole + decimals), scale: 10n ** BigInt(decimals.length) };
	};
	fc.assert(
		fc.property(
			fc.constantFrom(...PLATFORMS),
			fc.constantFrom('USD', 'JPY', 'KWD'),
			rate,
			fc.integer({ min: 0, max: 50_000_00 }),
			fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }),
			(platform, accountCurrency, rate, cents, shares) => {
				const { push } = pushEuros(
					{
						platform,
						lever: 'dayTotal',
						...FIXTURES[platform]!.target,
						accountCurrency,
						objects: shares.map((share, position) => ({
							id: String(position),
							share,
							current: MUCH * FIXTURES[platform]!.unitsPerMajor(accountCurrency),
						})),
					},
					{
						dayAmount: (cents / 100).toFixed(2),
						rates: { [accountCurrency]: rate },
						guards: ANY_STEP,
					},
				);
				const { units, scale } = exact(rate);
				let spent = 0n;
				let exchanged = 0;
				for (const { to, exchange } of push.requests) {
					const amount = exact(to);
					spent += amount.units * units;
					exchanged += Math.round(100 * Number(exchange!.amount));
					expect(exchange).toMatchObject({ currency: 'EUR', rate });
				}
				const budget = (BigInt(cents) * 10n ** 8n * scale) / 100n;
				expect(spent <= budget).toBe(true);
				expect(exchanged).toBeLessThanOrEqual(cents);
				if (shares.length > 1 || push.held.length > 0) return;
				const oneMore = BigInt(1e8 / 10 ** { USD: 2, JPY: 0, KWD: 3 }[accountCurrency]!) * units;
				expect(spent + oneMore > budget).toBe(true);
			},
		),
		{ ...RUNS, numRuns: Math.min(RUNS.numRuns, 500) },
	);
});
