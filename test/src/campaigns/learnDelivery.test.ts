import type { CampaignDay } from '../../../src/campaigns/campaignDays';
import { DAY_ELASTICITY, learnDayValues, valuesAt } from '../../../src/campaigns/learnDayValues';
import { learnDelivery } from '../../../src/campaigns/learnDelivery';
import { spendOfOffers } from '../../../src/plan/dayDemand';
import { addDays } from '../../../src/time/localClock';
import { normalDraws, poissonCounts } from '../../support/random';

/** A Monday. */
const FIRST = '2026-06-01';

interface Given {
	readonly days: number;
	readonly offered?: (position: number) => number | undefined;
	readonly spend: (position: number) => number;
	readonly result?: (position: number) => number;
}

const history = ({ days, offered = () => 100, spend, result = () => 5 }: Given): CampaignDay[] =>
	Array.from({ length: days }, (_, position) => {
		const budget = offered(position);
		return {
			date: addDays(FIRST, position),
			day: position,
			spend: spend(position),
			result: result(position),
			reported: 1,
			...(budget !== undefined && { offered: budget }),
		};
	});

const limitOf = (given: Given) => learnDelivery([history(given)], given.days)[0]!.limitedBy;

describe('what limits a campaign', () => {
	const weekend = (position: number) => (position % 7 >= 5 ? 0.78 : 1.05);
	test.each`
		days  | offered                                         | spend                                          | limit       | because
		${2}  | ${() => 100}                                    | ${() => 50}                                    | ${null}     | ${'two days say nothing'}
		${3}  | ${() => 100}                                    | ${() => 50}                                    | ${'demand'} | ${'three days did not use their budget'}
		${7}  | ${() => 100}                                    | ${() => 99}                                    | ${'budget'} | ${'all days used it'}
		${21} | ${() => 100}                                    | ${(day: number) => 100 * weekend(day)}         | ${'budget'} | ${'a platform spends less on weekends'}
		${7}  | ${(day: number) => (day < 4 ? undefined : 100)} | ${() => 50}                                    | ${'demand'} | ${'three of the days have a known budget'}
		${9}  | ${() => undefined}                              | ${() => 50}                                    | ${null}     | ${'a budget that is not known is none'}
		${14} | ${(day: number) => (day < 7 ? 100 : 40)}        | ${(day: number) => (day < 7 ? 60 : 40)}        | ${'budget'} | ${'the last days use what they are offered'}
		${14} | ${() => 100}                                    | ${(day: number) => (day % 2 === 0 ? 100 : 60)} | ${null}     | ${'the last days do not agree'}
	`('$because: $limit', ({ days, offered, spend, limit }) => {
		expect(limitOf({ days, offered, spend })).toBe(limit);
	});

	test('noise of delivery is not demand: a limited campaign is said so on less than 1% of days', () => {
		let said = 0;
		for (let seed = 1; seed <= 40; seed++) {
			const normal = normalDraws(seed);
			const spends = Array.from({ length: 35 }, (_, day) => 100 * weekend(day) * Math.exp(0.1 * normal()));
			for (let days = 3; days <= 35; days++) if (limitOf({ days, spend: (day) => spends[day]! }) === 'demand') said++;
		}
		expect(said / (40 * 33)).toBeLessThan(0.01);
	});
});

test.each`
	budget | because
	${80}  | ${'it limits nearly every day'}
	${95}  | ${'it limits most days'}
	${105} | ${'demand about equals it'}
	${115} | ${'demand limits most days'}
	${160} | ${'demand limits every day'}
`(
	'expected spend of a budget of $budget where demand is 100 is that of such days, within 2%: $because',
	({ budget }) => {
		const weekdays = [0, 0.02, 0.03, 0.02, 0, -0.12, -0.1];
		let expected = 0;
		let spent = 0;
		for (let seed = 1; seed <= 100; seed++) {
			const normal = normalDraws(seed);
			const spend = (day: number) =>
				Math.min(100 * Math.exp(weekdays[day % 7]! + 0.12 * normal()), budget * Math.exp(0.08 * normal()));
			const [delivery] = learnDelivery([history({ days: 28, offered: () => budget, spend })], 28);
			for (let weekday = 0; weekday < 7; weekday++) {
				expected += spendOfOffers([delivery!], weekday, [budget]);
				for (let day = 0; day < 10; day++) spent += spend(weekday) / 10;
			}
		}
		expect(Math.abs(expected / spent - 1)).toBeLessThan(0.02);
	},
);

describe('what weekdays are worth', () => {
	const valuesOf = (given: Given, isCounted = true) => {
		const histories = [history(given)];
		const learned = learnDayValues(histories, learnDelivery(histories, given.days), given.days, isCounted);
		const values = valuesAt(learned, DAY_ELASTICITY);
		const mean = values.reduce((sum, value) => sum + value / 7, 0);
		return values.map((value) => value / mean);
	};

	test('without results all are worth the same', () => {
		expect(valuesOf({ days: 28, spend: () => 100, result: () => 0 })).toEqual(new Array(7).fill(expect.closeTo(1)));
		expect(valuesOf({ days: 0, spend: () => 100 })).toEqual(new Array(7).fill(expect.closeTo(1)));
	});

	test('a platform that spends more on some days at the same results per spend keeps an even budget', () => {
		const spend = (day: number) => (day % 7 < 5 ? 110 : 75);
		const rates = learnDelivery([history({ days: 28, spend })], 28)[0]!.rates;
		const results = (day: number) => 5 * (spend(day) / 100) ** 0.76 * Math.exp(0.24 * rates[day % 7]!);
		const values = valuesOf({ days: 28, spend, result: results });
		values.forEach((value, weekday) => {
			const even = Math.exp(0.24 * (rates[weekday]! - rates[0]!));
			expect(value / values[0]!).toBeCloseTo(even, 2);
		});
	});

	test('budgets are not mistaken for demand: days that were given less are worth as much', () => {
		const offered = (day: number) => (day % 7 < 5 ? 120 : 40);
		const values = valuesOf({ days: 42, offered, spend: offered, result: (day) => 10 * (offered(day) / 100) ** 0.76 });
		for (const value of values) expect(value).toBeCloseTo(1, 1);
	});

	test.each`
		perDay | low     | high    | because
		${100} | ${1.15} | ${1.45} | ${'many results outweigh the prior'}
		${1}   | ${0.75} | ${1.3}  | ${'few are shrunk'}
	`('a Monday that converts a third better is worth $low to $high at $perDay a day: $because', (row) => {
		const { perDay, low, high } = row;
		const poisson = poissonCounts(11);
		const result = (day: number) => poisson(perDay * (day % 7 === 0 ? 4 / 3 : 1));
		const values = valuesOf({ days: 56, spend: () => 100, result });
		const others = values.slice(1).reduce((sum, value) => sum + value / 6, 0);
		expect(values[0]! / others).toBeGreaterThan(low);
		expect(values[0]! / others).toBeLessThan(high);
	});

	test('revenue in any currency says the same', () => {
		const result = (day: number) => (day % 7 === 0 ? 40 : 30);
		const small = valuesOf({ days: 56, spend: () => 100, result }, false);
		const large = valuesOf({ days: 56, spend: () => 100, result: (day) => 1000 * result(day) }, false);
		small.forEach((value, weekday) => expect(large[weekday]).toBeCloseTo(value, 9));
	});
});
