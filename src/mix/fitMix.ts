import { type BaseColumn, baseColumns } from './baseColumns';
import { type MixFeature, mixFeatures } from './mixFeatures';
import { type MixNoise, mixNoise, plainNoise, weighed } from './mixNoise';
import type { MixTable } from './mixTable';
import { dot, projection } from './projection';
import { type MixDraw, sampleMix } from './sampleMix';

/** What is known of a mix after its first periods. Results are in the units of the table. */
export interface MixFit {
	/** (channels, features) */
	readonly features: readonly (readonly MixFeature[])[];
	/** (channels) mean spend of periods with spend, which stocks are relative to. */
	readonly usual: readonly number[];
	readonly draws: readonly MixDraw[];
	/** (channels, periods) expected contribution. */
	readonly contributions: readonly (readonly number[])[];
	/** (periods) what there would be without advertising, periods that are not known yet included. */
	readonly base: readonly number[];
	/** Standard deviation of normal noise by period that would tell as little as what is left of the result. */
	readonly noise: number;
	/** Share of a channel's spend that neither the base nor other channels explain. */
	readonly ownVariation: readonly number[];
}

/** What all channels together may well bring, as a share of the result, before anything was seen; each in proportion to what it spends. */
const BELIEVED_SHARE = 0.3;

/** Draws to learn the noise from, so many times, and to answer from. */
const FIRST_DRAWS = 200;
const NOISE_ROUNDS = 2;
const DRAWS = 2000;

/**
 * Learns channels' effects from the first periods of a table.
 *
 * Several times over: what a fit leaves tells how much of the noise lasts from one period to the next and which periods stand out, and the next fit takes
 * that into account (`mixNoise`).
 *
 * @param known how many periods
 */
export function fitMix(table: MixTable, known: number, draws = DRAWS): MixFit {
	const level = mean(table.result.slice(0, known));
	const result = table.result.slice(0, known).map((value) => value / level);
	const usual = table.spend.map((spend) => mean(spend.slice(0, known).filter((amount) => amount > 0)));
	const features = table.spend.map((spend, channel) => {
		const relative = spend.map((amount) => amount / usual[channel]!);
		return mixFeatures(relative, known, table.stepDays);
	});
	const columns = baseColumns(table, known);
	const spent = table.spend.map((spend) => mean(spend.slice(0, known)));
	const all = spent.reduce((sum, spend) => sum + spend, 0);
	const scales = spent.map((spend) => (BELIEVED_SHARE * spend) / all);
	const draw = (noise: MixNoise, count: number) => {
		const steady = (values: readonly number[]) => weighed(values.slice(0, known), noise);
		const base = projection(columns.map(({ values, belief }) => ({ values: steady(values), belief })));
		const sampled = sampleMix({
			result: base.residual(steady(result)),
			channels: features.map((own) =>
				own.map(({ values, logBelief }) => ({ residual: base.residual(steady(values)), logBelief })),
			),
			scales,
			degrees: base.degrees,
			told: noise.told,
			draws: count,
		});
		const contributions = features.map((own, channel) => expectedContribution(own, sampled, channel));
		const rest = result.map((value, period) => contributions.reduce((sum, series) => sum - series[period]!, value));
		const told = baseSeries(columns, base.coefficients(steady(rest)));
		return { sampled, contributions, base: told, left: rest.map((value, period) => value - told[period]!) };
	};
	let noise = plainNoise(known);
	for (let round = 0; round < NOISE_ROUNDS; round++) noise = mixNoise(draw(noise, FIRST_DRAWS).left);
	const { sampled, contributions, base, left } = draw(noise, draws);
	const news = weighed(left, noise);
	return {
		features,
		usual,
		draws: sampled.map(({ features: chosen, responses }) => ({
			features: chosen,
			responses: responses.map((response) => response * level),
		})),
		contributions: contributions.map((series) => series.map((value) => value * level)),
		base: base.map((value) => value * level),
		noise: level * Math.sqrt(dot(news, news) / known / noise.told),
		ownVariation: ownVariation(table, columns, known),
	};
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** (periods) mean contribution over draws. */
function expectedContribution(features: readonly MixFeature[], draws: readonly MixDraw[], channel: number): number[] {
	const weights = features.map(() => 0);
	for (const draw of draws) weights[draw.features[channel]!]! += draw.responses[channel]! / draws.length;
	const series = features[0]!.values.map(() => 0);
	features.forEach(({ values }, feature) => {
		const weight = weights[feature]!;
		if (weight > 0) values.forEach((value, period) => (series[period]! += weight * value));
	});
	return series;
}

/** (periods) the base by its coefficients. */
export function baseSeries(columns: readonly BaseColumn[], coefficients: readonly number[]): number[] {
	return columns[0]!.values.map((_, period) =>
		columns.reduce((sum, { values }, column) => sum + coefficients[column]! * values[period]!, 0),
	);
}

/** (channels) share of the variance of spend that is left once base and other channels have explained what they can. */
function ownVariation({ spend }: MixTable, columns: readonly BaseColumn[], known: number): number[] {
	const series = spend.map((amounts) => amounts.slice(0, known));
	const base = columns.map(({ values, belief }) => ({ values: values.slice(0, known), belief }));
	return series.map((own, channel) => {
		const others = series.filter((_, other) => other !== channel).map((values) => ({ values, belief: Infinity }));
		const average = mean(own);
		const around = own.map((amount) => amount - average);
		const squares = dot(around, around);
		if (squares === 0) return 0;
		const left = projection([...base, ...others]).residual(own);
		return dot(left, left) / squares;
	});
}
