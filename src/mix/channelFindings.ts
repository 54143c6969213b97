import type { Interval } from '../interval';
import { fromMinorUnits, toMinorUnits } from '../money/minorUnits';
import { sampleInterval } from '../pattern/quantiles';
import { matchedCurve } from './matchedCurve';
import type { ChannelFindings, Exploration, MixNote } from './channelMixReport';
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
	const experiment = identified
		? null
		: exploration({
				spend,
				marginalReturn: marginalReturn.mean,
				noise: fit.noise,
				retention: retention.mean,
				periodDays: table.stepDays,
				currency,
			});
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
		notes: notesOn(table.spend[position]!, {
			ownVariation: fit.ownVariation[position]!,
			spend,
			identified,
			experiment,
		}),
		exploration: experiment,
	};
}

const over = ({ mean, low, high, level }: Interval, spend: number): Interval => ({
	mean: mean / spend,
	low: low / spend,
	high: high / spend,
	level,
});

function notesOn(
	amounts: readonly number[],
	{
		ownVariation,
		spend,
		identified,
		experiment,
	}: {
		readonly ownVariation: number;
		readonly spend: number;
		readonly identified: boolean;
		readonly experiment: Exploration | null;
	},
): MixNote[] {
	const mean = amounts.reduce((sum, amount) => sum + amount, 0) / amounts.length;
	const deviation = Math.sqrt(amounts.reduce((sum, amount) => sum + (amount - mean) ** 2, 0) / amounts.length);
	const notes: MixNote[] = [];
	const say = (code: string, message: string) => void notes.push({ code, message });
	if (spend === 0) {
		say(
			'not-spending',
			'Nothing was spent on it of late: its curve is that of its spend over all periods, and it stays at nothing unless it has bounds',
		);
	}
	if (identified) return notes;
	if (deviation < STEADY * mean) {
		say('spend-hardly-varies', 'Its spend hardly varies, so the data do not say what it brings');
	} else if (ownVariation < ENTANGLED) {
		say(
			'moves-with-others',
			'Its spend moves with the season, the context or other channels, so the data cannot tell them apart',
		);
	} else say('hidden-by-noise', 'Its spend varies, but chance hides what more or less of it brings');
	if (experiment === null && spend > 0) {
		say(
			'too-small-to-tell',
			'Half a year of half as much more and less would not tell either: a test in some regions may',
		);
	}
	return notes;
}
