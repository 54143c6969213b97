import { relativeResponse, type Shape, SHAPES } from '../portfolio/shapes';
import { adstock } from './adstock';

/** One way in which a channel's spend may work: how long it lasts and how it saturates. */
export interface MixFeature {
	readonly retention: number;
	readonly shape: Shape;
	/** How likely it is before anything was seen, as a logarithm but for a constant. */
	readonly logBelief: number;
	/** Mean response over the known periods; `values` are relative to it. */
	readonly mean: number;
	/** (periods) response, 1 on average over the known periods. */
	readonly values: readonly number[];
}

/** After so many days half of an effect is left. All are as likely. */
const HALF_LIVES_DAYS = [0, 1, 2, 3, 4.5, 7, 10, 14, 21, 35] as const;

/** Less than this is no carry-over that could be told from none. */
const LEAST_RETENTION = 0.05;

/**
 * Every combination of carry-over and saturation that a channel may have.
 *
 * @param spend (periods) relative to what is usual in a period with spend
 * @param known periods from the first that are learned from; there is spend among them
 * @param stepDays days of a period
 */
export function mixFeatures(spend: readonly number[], known: number, stepDays: number): MixFeature[] {
	return retentions(stepDays).flatMap((retention) => {
		const stock = adstock(spend, retention);
		return SHAPES.map(({ shape, belief }) => {
			const responses = stock.map((amount) => relativeResponse(shape, amount));
			const mean = responses.slice(0, known).reduce((sum, value) => sum + value, 0) / known;
			return {
				retention,
				shape,
				logBelief: Math.log(belief),
				mean,
				values: responses.map((value) => value / mean),
			};
		});
	});
}

const retentions = (stepDays: number): number[] =>
	HALF_LIVES_DAYS.map((days) => (days === 0 ? 0 : 0.5 ** (stepDays / days))).filter(
		(retention) => retention === 0 || retention >= LEAST_RETENTION,
	);
