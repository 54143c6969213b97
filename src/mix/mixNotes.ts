import type { HoldOut, MixNote } from './channelMixReport';
import type { MixFit } from './fitMix';
import type { MixTable } from './mixTable';

/** A season has to come back before it can be told from a trend. */
const TWO_YEARS_DAYS = 730;

/** Periods for each channel below which fits are mostly chance, after Robyn's guide: ten rows for each variable. */
const FEW_PER_CHANNEL = 10;

/** What stands in the way of believing a mix. */
export function warningsOn({
	table: { dates, stepDays, spend },
	fit,
	holdOut,
}: {
	readonly table: MixTable;
	readonly fit: MixFit;
	readonly holdOut: HoldOut | null;
}): MixNote[] {
	const warnings: MixNote[] = [];
	const periods = dates.length;
	if (periods * stepDays < TWO_YEARS_DAYS) {
		warnings.push({
			code: 'short-history',
			message:
				'There are less than two years: the season of the year cannot be told from a trend, and advertising that follows it takes its place',
		});
	}
	if (periods < FEW_PER_CHANNEL * spend.length) {
		warnings.push({
			code: 'many-channels',
			message: `${periods} periods for ${spend.length} channels are few: put channels together that are run alike`,
		});
	}
	if (fit.base.reduce((sum, value) => sum + value, 0) < 0) {
		warnings.push({
			code: 'negative-base',
			message: 'The channels are credited with more than the whole result: they cannot be told from its level',
		});
	}
	if (holdOut === null) {
		warnings.push({
			code: 'no-hold-out',
			message: 'A channel began too late for the fit to be tried on the last periods',
		});
	} else if (holdOut.nrmse >= holdOut.withoutChannels.nrmse) {
		warnings.push({
			code: 'hold-out-fails',
			message: `The last ${holdOut.periods} periods are foreseen no better with the channels than without them`,
		});
	}
	return warnings;
}

/** What every mix of this kind takes for granted. */
export const ASSUMPTIONS: readonly MixNote[] = [
	{
		code: 'no-hidden-cause',
		message:
			'Spend was not raised or lowered for a reason that moves the result too and stands in no column, such as a sale',
	},
	{
		code: 'context-is-given',
		message: 'Context is not moved by the advertising: clicks and impressions do not belong there',
	},
	{ code: 'effects-add-up', message: 'Effects of channels add up: one does not make another stronger' },
	{ code: 'curves-stay', message: 'A channel responds today as it did over all these periods' },
	{
		code: 'pattern-stays',
		message: 'With another amount each channel keeps its pattern over the periods, every one of them changed alike',
	},
];
