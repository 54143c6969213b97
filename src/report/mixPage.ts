import type { Interval } from '../interval';
import type { ChannelMix } from '../mix/channelMixReport';
import { displayMoney, displayPercent, displayShortMoney } from '../messages/display';
import { shownName } from '../messages/shownName';
import { displayCount } from './displayCount';
import { htmlTable } from './html';
import { curvePicture, decompositionPictures, returnsPicture } from './mixPictures';
import { htmlPage, paragraph } from './page';

const between = ({ mean, low, high }: Interval, shown: (value: number) => string): string =>
	`${shown(mean)} (${shown(low)} to ${shown(high)})`;

/** A channel mix as one page: what each channel brings, where its money would bring more, how sure that is and what it rests on. */
export function mixPage(mix: ChannelMix): string {
	const { channels, allocation, from, to, periods, periodDays, result } = mix;
	const total = mix.decomposition.reduce((sum, period) => sum + period.result, 0);
	const brought = channels.reduce((sum, { contribution }) => sum + contribution.mean, 0);
	return htmlPage({
		title: `What the channels bring of ${shownName(result)}`,
		lead: `${periods} periods of ${periodDays} ${periodDays === 1 ? 'day' : 'days'}, the first from ${from}, the last from ${to}`,
		cards: [
			{ value: displayPercent(brought / total), label: `of ${shownName(result)} by the channels` },
			{
				value: `${channels.filter(({ identified }) => identified).length} of ${channels.length}`,
				label: 'channels whose next return the data tell',
			},
			{ value: displayCount(allocation.gain.mean), label: 'more per period by the proposed split' },
			{ value: displayProbability(allocation.probabilityBetter), label: 'probability that it brings more' },
		],
		sections: [
			{ heading: 'Where the money would bring more', content: proposal(mix) },
			{ heading: 'What each channel brought', content: returnsPicture(mix) },
			{
				heading: 'How each channel responds',
				content: channels
					.map((channel, position) => curvePicture(channel, allocation.channels[position]!, mix))
					.join(''),
			},
			{ heading: 'Where the result came from', content: decompositionPictures(mix) },
			{ heading: 'How far to believe it', content: trust(mix) },
			{
				heading: 'What this assumes',
				content: mix.assumptions.map(({ message }) => paragraph(`${message}.`)).join(''),
			},
		],
	});
}

/** What draws say is never quite certain. */
const displayProbability = (probability: number): string =>
	probability > ALMOST ? `over ${displayPercent(ALMOST)}` : displayPercent(probability);

const ALMOST = 0.99;

function proposal({ allocation, channels, currency, recentPeriods, result }: ChannelMix): string {
	const money = (amount: string) => displayMoney(amount, currency);
	const { present, budget, gain, unspendable } = allocation;
	const words = [
		`${money(budget)} per period, ${present === budget ? 'as' : `against ${money(present)}`} on average over the last ${recentPeriods}: the proposed split is expected to bring ${between(gain, displayCount)} more ${shownName(result)} per period.`,
		...(Number(unspendable) > 0 ? [`The maxima leave no room for ${money(unspendable)}.`] : []),
	];
	const rows = allocation.channels.map((share, position) => {
		const { marginalReturn, saturation, notes } = channels[position]!;
		return [
			shownName(share.channel),
			money(share.present),
			money(share.proposed),
			`${displayShortMoney(Number(share.min), currency)} to ${displayShortMoney(Number(share.max), currency)}`,
			between(share.expected, displayCount),
			between(marginalReturn, displayCount),
			between(saturation, displayPercent),
			[
				...notes.map(({ message }) => `${message}.`),
				...(share.isBeyondHistory ? ['Its largest period would be larger than any so far.'] : []),
			].join(' '),
		];
	});
	const heads = [
		'Channel',
		'Present',
		'Proposed',
		'Bounds',
		'Expected of it',
		'Next money brings',
		'Saturation',
		'Take care',
	];
	return words.map(paragraph).join('') + htmlTable(heads, rows);
}

function trust({ fit, holdOut, warnings, channels, currency }: ChannelMix): string {
	const told = ({ r2, nrmse }: { r2: number; nrmse: number }) => `R2 ${r2.toFixed(2)}, NRMSE ${nrmse.toFixed(3)}`;
	const words = [
		...warnings.map(({ message }) => `${message}.`),
		`On the periods it was learned from: ${told(fit)}.`,
		...(holdOut === null
			? []
			: [
					`On the last ${holdOut.periods}, learned from those before alone: ${told(holdOut)}; without the channels ${told(holdOut.withoutChannels)}.`,
				]),
		...channels.flatMap(({ channel, exploration }) =>
			exploration === null
				? []
				: [
						`To learn more of ${shownName(channel)}: spend ${displayMoney(exploration.high, currency)} and ${displayMoney(exploration.low, currency)} per period in turn, ${exploration.periodsEach} at a time, for ${exploration.periods} periods.`,
					],
		),
	];
	return words.map(paragraph).join('');
}
