import { type CeilingDay, type CeilingEvidence, learnCeilings } from '../../../src/demand/learnCeilings';
import { normalDraws } from '../../support/random';

const day = (spend: number, isAtLeast: boolean, position: number): CeilingDay => ({
	logSpend: Math.log(spend),
	weekday: position % 7,
	weight: 1,
	isAtLeast,
});

/** Mean ceiling of the weekdays, major units. */
const meanOf = (days: readonly CeilingDay[], prior: number) =>
	Math.exp(learnCeilings([{ days, prior: Math.log(prior) }])[0]!.reduce((sum, { mean }) => sum + mean / 7, 0));

/** (campaigns)(weekdays) major units. */
const learnt = (campaigns: readonly CeilingEvidence[]) =>
	learnCeilings(campaigns).map((weekdays) => weekdays.map(({ mean }) => Math.exp(mean)));

describe('the ceiling of a campaign', () => {
	test.each`
		spends                       | atLeast            | low    | high   | because
		${[100, 105, 95, 102, 98]}   | ${[0, 0, 0, 0, 0]} | ${90}  | ${125} | ${'days that did not use their budget show it'}
		${[100, 100, 100, 100, 100]} | ${[1, 1, 1, 1, 1]} | ${110} | ${200} | ${'days that used it say "at least"'}
		${[60, 100, 104, 60, 96]}    | ${[1, 0, 0, 1, 0]} | ${90}  | ${125} | ${'a small budget that was used says nothing against'}
		${[]}                        | ${[]}              | ${142} | ${142} | ${'without days it is the prior'}
	`('is between $low and $high after $spends: $because', ({ spends, atLeast, low, high }) => {
		const mean = meanOf(
			(spends as number[]).map((spend, position) => day(spend, atLeast[position] === 1, position)),
			142,
		);
		expect(mean).toBeGreaterThanOrEqual(low - 1e-9);
		expect(mean).toBeLessThanOrEqual(high + 1e-9);
	});

	test('of a weekday is learned from its own days, shrunk to the others', () => {
		const days = Array.from({ length: 28 }, (_, position) => day(position % 7 === 6 ? 50 : 100, false, position));
		const [learned] = learnt([{ days, prior: Math.log(100) }]);
		expect(learned![6]).toBeGreaterThan(50);
		expect(learned![6]).toBeLessThan(75);
		expect(learned![0]).toBeGreaterThan(90);
	});

	describe('in a budget of ten campaigns whose Sundays have half of the demand', () => {
		const weeks = (count: number, sunday: number) =>
			Array.from({ length: 7 * count }, (_, position) => day(position % 7 === 6 ? sunday : 100, false, position));
		const prior = Math.log(100);
		const nine = Array.from({ length: 9 }, () => ({ days: weeks(4, 50), prior }));
		const sundayBeside = (days: readonly CeilingDay[]) => learnt([...nine, { days, prior }]).at(-1)![6];
		const withoutSundays = weeks(4, 50).filter(({ weekday }) => weekday !== 6);

		test('is lower on a Sunday that it has not had: campaigns share a pattern', () => {
			expect(learnt([{ days: withoutSundays, prior }])[0]![6]).toBeGreaterThan(95);
			expect(sundayBeside(withoutSundays)).toBeLessThan(65);
		});

		test('is what its own Sundays show once there are many: each has its own around that pattern', () => {
			expect(sundayBeside(weeks(26, 100))).toBeGreaterThan(85);
		});
	});

	test('what is censored does not bias it: within 5% of the truth on average', () => {
		const normal = normalDraws(7);
		const means = Array.from({ length: 60 }, () => {
			const days = Array.from({ length: 28 }, (_, position) => {
				const ceiling = 100 * Math.exp(0.2 * normal());
				const budget = position % 2 === 0 ? 90 : 130;
				return day(Math.min(ceiling, budget), ceiling >= budget, position);
			});
			return Math.log(meanOf(days, 120) / 100);
		});
		expect(Math.abs(means.reduce((sum, log) => sum + log / means.length, 0))).toBeLessThan(0.05);
	});
});
