import type { Interval } from '../interval';
import { fromMinorUnits, toMinorUnits } from '../money/minorUnits';
import { sampleInterval } from '../pattern/quantiles';
import { matchedCurve } from '../portfolio/expectedCurve';
import type { ChannelFindings, MixNote } from './channelMixReport';
import { exploration } from './exploration';
import type { MixFit } from './fitMix';
import type { MixTable } from './mixTable';
import type { MixCell } from './mixAllocation';

/** An interval of the marginal return whose ends differ by more than this factor does not say where money should go. */
const WIDE = 4;

/** Spend whose standard deviation is below this share of its mean hardly varies. */
const STEADY = 0.1;

/** Spend of which less than this share of the variance is its own moves with season, context or other channels. */
const ENTANGLED = 0.25;

/** Points of a curve in a picture, from nothing to so many times the present spend. */
const POINTS = 24;
const REACH = 2;

/** What is known of a channel, its present spend being above 0 or, for one that does not spend now, that of all periods. */
export function channelFindings(
	{ channel, spend, response }: MixCell,
	position: number,
	{ fit, table, currency }: { readonly fit: MixFit; readonly table: MixTable; readonly currency: string },
): ChannelFindings {
	const periods = table.dates.length;
	const totalSpend = table.spend[position]!.reduce((sum, amount) => sum + amount, 0);
	const overDraws = (value: (draw: MixFit['draws'][number]) => number) =>
		sampleInterval(Float64Array.from(fit.draws, value));
	const contribution = overDraws(({ responses }) => responses[position]! * periods);
	const marginalReturns = response.marginalReturns(response.spend);
	const marginalReturn = sampleInterval(marginalReturns);
	const results = response.results(response.spend);
	const retention = overDraws(({ features }) => fit.features[position]![features[position]!]!.retention);
	const identified = marginalReturn.high <= WIDE * marginalReturn.low;
	return {
		channel,
		totalSpend,
		contribution,
		returnOnSpend: over(contribution, totalSpend),
		retention,
		presentSpend: fromMinorUnits(toMinorUnits(spend, currency, 'nearest'), currency),
		curve: matchedCurve(response.expected, response.spend),
		points: Array.from({ length: POINTS + 1 }, (_, point) => {
			const amount = (REACH * response.spend * point) / POINTS;
			return { spend: amount, results: sampleInterval(response.results(amount)) };
		}),
		marginalReturn,
		saturation: sampleInterval(
			marginalReturns.map((marginal, draw) =>
				results[draw]! > 0 ? 1 - (marginal * response.spend) / results[draw]! : 0,
			),
		),
		identified,
		notes: notesOn(table.spend[position]!, fit.ownVariation[position]!, spend, identified),
		exploration: identified
			? null
			: exploration({
					spend,
					marginalReturn: marginalReturn.mean,
					noise: fit.noise,
					retention: retention.mean,
					periodDays: table.stepDays,
					currency,
				}),
	};
}

const over = ({ mean, low, high, level }: Interval, spend: number): Interval => ({
	mean: mean / spend,
	low: low / spend,
	high: high / spend,
	level,
});

function notesOn(amounts: readonly number[], ownVariation: number, spend: number, identified: boolean): MixNote[] {
	const mean = amounts.reduce((sum, amount) => sum + amount, 0) / amounts.length;
	const deviation = Math.sqrt(amounts.reduce((sum, amount) => sum + (amount - mean) ** 2, 0) / amounts.length);
	const notes: MixNote[] = [];
	if (spend === 0) {
		notes.push({
			code: 'not-spending',
			message:
				'Nothing was spent on it of late: its curve is that of its spend over all periods, and it stays at nothing unless it has bounds',
		});
	}
	if (identified) return notes;
	if (deviation < STEADY * mean) {
		notes.push({
			code: 'spend-hardly-varies',
			message: 'Its spend hardly varies, so the data do not say what it brings',
		});
	} else if (ownVariation < ENTANGLED) {
		notes.push({
			code: 'moves-with-others',
			message: 'Its spend moves with the season, the context or other channels, so the data cannot tell them apart',
		});
	} else {
		notes.push({ code: 'hidden-by-noise', message: 'Its spend varies, but chance hides what more or less of it does' });
	}
	return notes;
}
