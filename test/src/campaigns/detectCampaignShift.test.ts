import { FACTORS, MEAN_DAYS_BETWEEN_FALSE_ALARMS, shiryaevRoberts } from '../../../src/statistics/eDetector';
import { mulberry32 } from '../../../src/statistics/seededRandom';
import type { CampaignDay } from '../../../src/campaigns/campaignDays';
import { detectCampaignShift, predictedDay } from '../../../src/campaigns/detectCampaignShift';
import { filterDays } from '../../../src/campaigns/filterDays';
import { modelPrior } from '../../../src/campaigns/modelPrior';
import { logChangeRatio, weightsAfter } from '../../../src/campaigns/predictedDay';
import { addDays } from '../../../src/time/localClock';
import { DAY_MS } from '../../support/deliveries';
import { poissonCounts } from '../../support/random';

const FIRST = '2026-10-05';

const day = (position: number, spend: number, result: number): CampaignDay => ({
	date: addDays(FIRST, position),
	day: position,
	spend,
	result,
	reported: 1,
});

const detect = (histories: readonly (readonly CampaignDay[])[], actedMs: readonly number[] = []) =>
	detectCampaignShift(
		histories.map((days, position) => ({
			campaignId: `c${position}`,
			days,
			judgedFromMs: actedMs[position] ?? -Infinity,
		})),
		true,
		'UTC',
	);

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** (counts) probabilities of a mixture of negative binomial distributions. */
function probabilities({ weights, means, sizes }: Mixture, counts: number): number[] {
	const total = Array<number>(counts).fill(0);
	weights.forEach((weight, part) => {
		const [mean, size] = [means[part]!, sizes[part]!];
		let probability = weight * (size / (size + mean)) ** size;
		for (let count = 0; count < counts; count++) {
			total[count]! += probability;
			probability *= ((size + count) / (count + 1)) * (mean / (size + mean));
		}
	});
	return total;
}

interface Mixture {
	readonly weights: readonly number[];
	readonly means: readonly number[];
	readonly sizes: readonly number[];
}

describe('the likelihood ratio of a day for a change', () => {
	test.each`
		weights         | means      | sizes       | because
		${[1]}          | ${[5]}     | ${[1e6]}    | ${'nearly Poisson'}
		${[1]}          | ${[0.2]}   | ${[3]}      | ${'few results, and a very uncertain level'}
		${[0.3, 0.7]}   | ${[4, 9]}  | ${[20, 8]}  | ${'shapes of the response predict different results'}
		${[0.99, 0.01]} | ${[2, 40]} | ${[50, 50]} | ${'one component is unlikely and far away'}
	`('is 1 on average without a change: $because', (predicted: Mixture) => {
		const chances = probabilities(predicted, 600);
		for (const factor of FACTORS) {
			const ratios = chances.map((_, events) =>
				Math.exp(logChangeRatio(predicted, weightsAfter(predicted, events), events, factor)),
			);
			expect(sum(chances.map((chance, events) => chance * ratios[events]!))).toBeCloseTo(1, 9);
		}
	});

	test('is the ratio of the probabilities with and without the factor', () => {
		const predicted = { weights: [0.3, 0.7], means: [4, 9], sizes: [20, 8] };
		const halved = { ...predicted, means: [2, 4.5] };
		for (const events of [0, 3, 11]) {
			const expected = Math.log(probabilities(halved, 12)[events]! / probabilities(predicted, 12)[events]!);
			expect(logChangeRatio(predicted, weightsAfter(predicted, events), events, 0.5)).toBeCloseTo(expected, 12);
		}
	});
});

describe('the prediction of a day', () => {
	/** Eight days of two campaigns, the last of the first with this result. */
	const histories = (last: number) => [
		[3, 9, 5, 2, 6, 8, 4, last].map((result, position) => day(position, 80 + 10 * (position % 5), result)),
		[11, 6, 8, 4, 12, 9, 7, 8].map((result, position) => day(position, 120 - 10 * (position % 3), result)),
	];
	const lastOf = (last: number) => {
		const campaigns = histories(last);
		const prior = modelPrior(
			campaigns.map((days) => days.slice(0, 7)),
			true,
		);
		return filterDays(campaigns, prior!).days[0]!.at(-1)!;
	};

	test('does not depend on the results of the day itself', () => {
		expect(predictedDay(lastOf(7))).toEqual(predictedDay(lastOf(0)));
	});

	test('gives evidence with an expectation of 1 a day, including the uncertainty of level, shape and day', () => {
		const { ofCount } = lastOf(5).noise;
		const chances = probabilities(predictedDay(lastOf(5)), 400);
		const evidence = chances.map((_, events) => 2 * detect(histories(ofCount * events), [-Infinity, Infinity]).eValue);
		expect(sum(chances.map((chance, events) => chance * evidence[events]!))).toBeCloseTo(1, 5);
	});
});

/**
 * A budget of campaigns with diminishing returns and varying spend; days have an effect shared by all campaigns (weekday and chance), and each campaign has
 * day effects of its own.
 */
function world(seed: number, { count, perDay }: { count: number; perDay: number }) {
	const uniform = mulberry32(seed);
	const poisson = poissonCounts(seed);
	const normal = () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
	const campaigns = Array.from({ length: count }, () => ({
		level: perDay * Math.exp(0.4 * normal()),
		elasticity: 0.3 + 0.5 * uniform(),
		spend: 100,
	}));
	const weekdays = Array.from({ length: 7 }, () => Math.exp(0.15 * normal()));
	return (position: number, factors: readonly number[] = []): CampaignDay[] => {
		const common = weekdays[position % 7]! * Math.exp(0.1 * normal());
		return campaigns.map((campaign, at) => {
			if (uniform() < 0.1) campaign.spend = 100 * Math.exp(0.5 * normal());
			const own = Math.exp(0.15 * normal()) * (factors[at] ?? 1);
			const mean = campaign.level * (campaign.spend / 100) ** campaign.elasticity * common * own;
			return day(position, campaign.spend, poisson(mean));
		});
	};
}

const BEFORE_DAYS = 21;

/** Days from a change until it is detected, and the campaigns named then. */
function search(seed: number, setting: { count: number; perDay: number }, factors: readonly number[], maxDays: number) {
	const draw = world(seed, setting);
	const histories = Array.from({ length: setting.count }, (): CampaignDay[] => []);
	for (let position = 0; position < BEFORE_DAYS + maxDays; position++) {
		draw(position, position < BEFORE_DAYS ? [] : factors).forEach((own, at) => histories[at]!.push(own));
		if (position < BEFORE_DAYS) continue;
		const { shifts } = detect(histories);
		if (shifts.length > 0) return { days: position - BEFORE_DAYS + 1, shifts };
	}
	return { days: maxDays + 1, shifts: [] };
}

describe('detection of campaign changes', () => {
	test('raises at most one false alarm in 30 days on average', () => {
		let alarms = 0;
		let judged = 0;
		for (let seed = 1; seed <= 20; seed++) {
			const count = 3 + (seed % 6);
			const draw = world(seed, { count, perDay: [4, 15, 60][seed % 3]! });
			const days = Array.from({ length: 107 }, (_, position) => draw(position));
			const histories = Array.from({ length: count }, (_, at) => days.map((all) => all[at]!));
			const first = modelPrior(
				histories.map((own) => own.slice(0, 7)),
				true,
			);
			const logRatios = filterDays(histories, first!).days.map((own) =>
				own.map((filtered) => {
					const predicted = predictedDay(filtered);
					const events = filtered.day.result / filtered.noise.ofCount;
					const after = weightsAfter(predicted, events);
					return FACTORS.map((factor) => logChangeRatio(predicted, after, events, factor));
				}),
			);
			let from = 7;
			for (let until = 8; until <= days.length; until++) {
				judged++;
				const values = logRatios.map((own) =>
					shiryaevRoberts(own.slice(from, until).map((ratios) => ({ startMs: 0, logRatios: ratios }))),
				);
				if (sum(values) / count < MEAN_DAYS_BETWEEN_FALSE_ALARMS) continue;
				alarms++;
				from = until;
			}
		}
		expect(judged).toBe(2000);
		expect(alarms).toBeLessThanOrEqual(judged / MEAN_DAYS_BETWEEN_FALSE_ALARMS);
		expect(alarms).toBeGreaterThan(0);
	}, 120_000);

	test.each`
		perDay | factor | maxDays | because
		${60}  | ${0.5} | ${5}    | ${'many results a day'}
		${15}  | ${0.5} | ${9}    | ${'few'}
		${60}  | ${2}   | ${5}    | ${'an improvement is found as quickly as a decline'}
	`(
		'finds a change of one campaign by a factor of $factor at $perDay results a day within $maxDays days on average, and names no other: $because',
		({ perDay, factor, maxDays }: { perDay: number; factor: number; maxDays: number }) => {
			const found = [101, 102, 103, 104, 105, 106].map((seed) =>
				search(seed, { count: 4, perDay }, [1, factor], 3 * maxDays),
			);
			expect(sum(found.map(({ days }) => days)) / found.length).toBeLessThanOrEqual(maxDays);
			const named = found.flatMap(({ shifts }) => shifts.map(({ campaignId }) => campaignId));
			expect(new Set(named)).toEqual(new Set(['c1']));
			const first = found.map(({ shifts }) => shifts[0]!);
			const typical = (values: readonly number[]) => values.toSorted((a, b) => a - b)[2]!;
			expect(typical(first.map((shift) => Math.abs(Math.log(shift.factor.mean / factor))))).toBeLessThan(0.3);
			const changedMs = Date.parse(addDays(FIRST, BEFORE_DAYS));
			expect(typical(first.map(({ sinceMs }) => Math.abs(sinceMs - changedMs)))).toBeLessThanOrEqual(DAY_MS);
		},
		120_000,
	);

	test('does not blame a campaign for days that are bad for all', () => {
		for (const seed of [201, 202, 203]) {
			expect(search(seed, { count: 4, perDay: 60 }, [0.5, 0.5, 0.5, 0.5], 6).shifts).toEqual([]);
		}
	}, 120_000);

	test('does not blame a campaign for diminishing returns: twice the spend, sqrt(2) times the results', () => {
		const poisson = poissonCounts(7);
		const root = (position: number, spend: number) => day(position, spend, poisson(30 * Math.sqrt(spend / 100)));
		const histories = [0, 1, 2].map((at) =>
			Array.from({ length: 28 }, (_, position) => {
				const usual = 100 * (1 + 0.3 * Math.sin((at + 2) * position));
				return root(position, at === 0 && position >= 20 ? 2 * usual : usual);
			}),
		);
		expect(detect(histories).eValue).toBeLessThan(MEAN_DAYS_BETWEEN_FALSE_ALARMS);
	});

	test('has no evidence without results or with few days', () => {
		const of = (days: number, result: number) =>
			[0, 1].map(() => Array.from({ length: days }, (_, at) => day(at, 100, result)));
		expect(detect(of(20, 0)).shifts).toEqual([]);
		expect(detect(of(7, 9))).toEqual({ eValue: 0, shifts: [] });
		expect(detect([[], []])).toEqual({ eValue: 0, shifts: [] });
	});
});
