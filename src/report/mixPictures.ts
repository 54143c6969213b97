import { LEVEL } from '../interval';
import type { ChannelFindings, ChannelMix, ChannelShare } from '../mix/channelMixReport';
import { displayMoney, displayPercent, displayShortMoney } from '../messages/display';
import { shownName } from '../messages/shownName';
import { displayCount } from './displayCount';
import { bar, picture, through, upright, whisker } from './picture';

/** Names below the pictures are cut to what has room there. */
const ROOM = 16;
const MOST_LABELS = 7;

const label = (name: string): string => (name.length > ROOM ? `${name.slice(0, ROOM - 1)}…` : name);

const every = (count: number): number => Math.ceil(count / MOST_LABELS);

const INTERVAL = `${displayPercent(LEVEL)} interval`;

/** What each channel brought over all periods for each unit of money, with intervals. */
export function returnsPicture({ channels, currency, result }: ChannelMix): string {
	return picture({
		title: `${shownName(result)} that one ${currency} brought`,
		description: 'For each channel what it brought over all periods, divided by what was spent on it.',
		labels: channels.map(({ channel }) => label(shownName(channel))),
		labelEvery: every(channels.length),
		most: Math.max(...channels.map(({ returnOnSpend }) => returnOnSpend.high)),
		format: displayCount,
		legend: [{ name: `estimate and ${INTERVAL}`, style: 'whisker' }],
		body: (x, y) =>
			channels
				.map(({ returnOnSpend: { mean, low, high } }, position) => whisker(x(position + 0.5), y(mean), y(low), y(high)))
				.join(''),
		table: {
			heads: [
				'Channel',
				'Spent',
				'Brought',
				'Low',
				'High',
				`For one ${currency}`,
				'Low',
				'High',
				'Share that lasts a period',
			],
			rows: channels.map(({ channel, totalSpend, contribution, returnOnSpend, retention }) => [
				shownName(channel),
				displayMoney(totalSpend, currency),
				...[contribution, returnOnSpend].flatMap(({ mean, low, high }) => [mean, low, high].map(displayCount)),
				`${displayPercent(retention.mean)} (${displayPercent(retention.low)} to ${displayPercent(retention.high)})`,
			]),
		},
	});
}

/** Channels that have a colour of their own; the others share one. */
const COLOURS = 6;

/** The result over time as its parts: the base, each channel on top of it, and what really was. */
export function decompositionPictures(mix: ChannelMix): string {
	const { decomposition, channels, result } = mix;
	const advertised = decomposition.map(({ channels: parts }) => parts.reduce((sum, part) => sum + part, 0));
	const heads = [
		'From',
		shownName(result),
		'Without advertising',
		...channels.map(({ channel }) => shownName(channel)),
	];
	const rows = decomposition.map(({ date, result: actual, base, channels: parts }) => [
		date,
		...[actual, base, ...parts].map(displayCount),
	]);
	const ranked = channels
		.map(({ channel, contribution }, position) => ({ name: shownName(channel), position, size: contribution.mean }))
		.sort((one, other) => other.size - one.size);
	const own = ranked.length > COLOURS + 1 ? ranked.slice(0, COLOURS) : ranked;
	const rest = ranked.slice(own.length);
	const layers = [
		...own.map(({ name, position }) => ({ name, positions: [position] })),
		...(rest.length === 0 ? [] : [{ name: `${rest.length} others`, positions: rest.map(({ position }) => position) }]),
	];
	const bins = binned(decomposition);
	const heights = bins.map(({ parts }) =>
		layers.map(({ positions }) => positions.reduce((sum, position) => sum + parts[position]!, 0)),
	);
	return (
		picture({
			labels: decomposition.map(({ date }) => date.slice(0, MONTH)),
			labelEvery: every(decomposition.length),
			format: displayCount,
			title: `${shownName(result)} by period: without advertising, with it, and as it was`,
			description:
				'The lower area is the level, trend, season and context; the upper one what the channels are credited with.',
			most: Math.max(
				...decomposition.map(({ result: actual, base }, period) => Math.max(actual, base + advertised[period]!)),
			),
			legend: [
				{ name: 'without advertising', style: 'planned' },
				{ name: 'by the channels', style: 'band' },
				{ name: 'as it was', style: 'line' },
			],
			body: (x, y) => {
				const ground = decomposition.map(() => 0);
				const base = decomposition.map((period) => Math.max(0, period.base));
				const whole = base.map((value, period) => value + advertised[period]!);
				const actual = decomposition.map((period, position) => [x(position + 0.5), y(period.result)] as const);
				return (
					area(ground, base, x, y, 'planned') +
					area(base, whole, x, y, 'band') +
					`<path class="line thin" d="${through(actual)}"/>`
				);
			},
			table: { heads, rows },
		}) +
		picture({
			title: `${shownName(result)} by the channels`,
			description: `What each channel is credited with, in bars of ${bins[0]!.periods} periods, one on top of the other, the largest below.`,
			labels: bins.map(({ date }) => date.slice(0, MONTH)),
			labelEvery: every(bins.length),
			format: displayCount,
			most: Math.max(...heights.map((parts) => parts.reduce((sum, part) => sum + part, 0))),
			legend: layers.map(({ name }, layer) => ({ name, style: `series${layer}` as const })),
			body: (x, y) =>
				heights.map((parts, bin) => stackedBar(x(bin + GAP / 2), x(bin + 1 - GAP / 2), parts, y)).join(''),
			table: {
				heads: ['From', ...channels.map(({ channel }) => shownName(channel))],
				rows: bins.map(({ date, parts }) => [date, ...parts.map(displayCount)]),
			},
		})
	);
}

/** Letters of a date that tell its month. */
const MONTH = 7;

/** Bars that a picture has room for, and what of each is left free. */
const MOST_BARS = 40;
const GAP = 0.2;

interface Bin {
	readonly date: string;
	readonly periods: number;
	/** (channels) */
	readonly parts: readonly number[];
}

/** Contributions of so many periods each that their bars find room. */
function binned(decomposition: ChannelMix['decomposition']): Bin[] {
	const size = Math.ceil(decomposition.length / MOST_BARS);
	return Array.from({ length: Math.ceil(decomposition.length / size) }, (_, bin) => {
		const own = decomposition.slice(bin * size, (bin + 1) * size);
		const parts = own[0]!.channels.map((__, channel) => own.reduce((sum, { channels }) => sum + channels[channel]!, 0));
		return { date: own[0]!.date, periods: size, parts };
	});
}

function stackedBar(left: number, right: number, parts: readonly number[], y: (value: number) => number): string {
	let below = 0;
	return parts
		.map((part, layer) => bar(left, y(below + part), right - left, y((below += part) - part), `series${layer}`))
		.join('');
}

const area = (
	low: readonly number[],
	high: readonly number[],
	x: (position: number) => number,
	y: (value: number) => number,
	style: string,
): string => {
	const along = (values: readonly number[]) => values.map((value, position) => [x(position + 0.5), y(value)] as const);
	return `<path class="${style}" d="${through([...along(high), ...along(low).reverse()])}Z"/>`;
};

/** How a channel responds to its mean spend, with its interval, and where present and proposed spend are. */
export function curvePicture(
	{ channel, points }: ChannelFindings,
	{ present, proposed }: ChannelShare,
	{ currency, result }: Pick<ChannelMix, 'currency' | 'result'>,
): string {
	const step = points[1]!.spend;
	return picture({
		title: `${shownName(channel)}: ${shownName(result)} per period by mean spend per period`,
		description: `The curve expected and its ${INTERVAL}; ${displayMoney(present, currency)} at present, ${displayMoney(proposed, currency)} proposed.`,
		labels: [...points.map(({ spend }) => displayShortMoney(spend, currency)), ...ROOM_FOR_THE_LAST],
		labelEvery: LABEL_EVERY,
		most: Math.max(...points.map(({ results }) => results.high)),
		format: displayCount,
		legend: [
			{ name: `expected, ${INTERVAL}`, style: 'band' },
			{ name: 'present', style: 'limit' },
			{ name: 'proposed', style: 'line' },
		],
		body: (x, y) => {
			const at = (spend: number) => x(Math.min(points.length - 1, spend / step) + 0.5);
			const curve = points.map(({ spend, results }) => [at(spend), y(results.mean)] as const);
			const [low, high] = [points.map(({ results }) => results.low), points.map(({ results }) => results.high)];
			const top = y(Math.max(...high));
			return (
				area(low, high, x, y, 'band') +
				`<path class="middle" d="${through(curve)}"/>` +
				upright(at(Number(present)), top, y(0), 'limit') +
				upright(at(Number(proposed)), top, y(0), 'line')
			);
		},
		table: {
			heads: ['Mean spend', shownName(result), 'Low', 'High'],
			rows: points.map(({ spend, results: { mean, low, high } }) => [
				displayMoney(spend, currency),
				...[mean, low, high].map(displayCount),
			]),
		},
	});
}

/** Nothing, half, once, one and a half times and twice the present spend of 25 points. */
const LABEL_EVERY = 6;

/** Half of the last label stands to the right of its point. */
const ROOM_FOR_THE_LAST = ['', ''] as const;
