import type { Accuracy, HoldOut } from './channelMixReport';
import { baseColumns } from './baseColumns';
import { baseSeries, type MixFit, fitMix } from './fitMix';
import type { MixTable } from './mixTable';
import { projection } from './projection';

/** One period in eight is kept back to try the fit on. */
const HELD_BACK = 1 / 8;

/** Draws for a forecast that is judged by its mean alone. */
const DRAWS = 500;

/** Results that a fit says, (periods). */
export const fittedResults = ({ base, contributions }: MixFit): number[] =>
	base.map((value, period) => contributions.reduce((sum, series) => sum + series[period]!, value));

/** How well values are told. A series that does not vary is told either exactly or not at all. */
export function accuracy(actual: readonly number[], told: readonly number[]): Accuracy {
	const mean = actual.reduce((sum, value) => sum + value, 0) / actual.length;
	const squares = (values: readonly number[]) => values.reduce((sum, value) => sum + value ** 2, 0);
	const left = squares(actual.map((value, period) => value - told[period]!));
	const around = squares(actual.map((value) => value - mean));
	const range = Math.max(...actual) - Math.min(...actual);
	return { r2: 1 - left / around, nrmse: Math.sqrt(left / actual.length) / range };
}

/** Learns from all but the last periods, and judges what that says of them. Spend and context of these are taken as they were. */
export function holdOut(table: MixTable): HoldOut | null {
	const periods = Math.floor(table.dates.length * HELD_BACK);
	const known = table.dates.length - periods;
	if (table.spend.some((spend) => spend.slice(0, known).every((amount) => amount === 0))) return null;
	const actual = table.result.slice(known);
	const columns = baseColumns(table, known);
	const seen = columns.map(({ values, belief }) => ({ values: values.slice(0, known), belief }));
	const alone = baseSeries(columns, projection(seen).coefficients(table.result.slice(0, known)));
	return {
		periods,
		...accuracy(actual, fittedResults(fitMix(table, known, DRAWS)).slice(known)),
		withoutChannels: accuracy(actual, alone.slice(known)),
	};
}
