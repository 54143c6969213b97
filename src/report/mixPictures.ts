import { LEVEL } from '../interval';
import type { ChannelFindings, ChannelMix, ChannelShare } from '../mix/channelMixReport';
import { displayMoney, displayPercent, displayShortMoney } from '../messages/display';
import { shownName } from '../messages/shownName';
import { displayCount } from './displayCount';
import { picture, through, upright, whisker } from './picture';

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
	const dates = decomposition.map(({ date }) => date.slice(0, 7));
	const shared = { labels: dates, labelEvery: every(dates.length), format: displayCount };
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
	const tops = stacked(
		layers.map(({ positions }) =>
			decomposition.map(({ channels: parts }) => positions.reduce((sum, position) => sum + parts[position]!, 0)),
		),
	);
	return (
		picture({
			...shared,
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
			...shared,
			title: `${shownName(result)} by the channels`,
			description: 'What each channel is credited with by period, one on top of the other, the largest below.',
			most: Math.max(...advertised),
			legend: layers.map(({ name }, layer) => ({ name, style: `series${layer}` as const })),
			body: (x, y) => layers.map((_, layer) => area(tops[layer]!, tops[layer + 1]!, x, y, `series${layer}`)).join(''),
			table: { heads, rows },
		})
	);
}

/** (layers + 1, periods) running totals, from the ground. */
function stacked(layers: readonly (readonly number[])[]): number[][] {
	const tops = [layers[0]!.map(() => 0)];
	for (const layer of layers) tops.push(layer.map((value, period) => value + tops.at(-1)![period]!));
	return tops;
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
		labels: points.map(({ spend }) => displayShortMoney(spend, currency)),
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
