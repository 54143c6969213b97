import { escapeHtml, htmlTable } from './html';

const WIDTH = 860;
const HEIGHT = 280;
const MARGIN = { top: 14, right: 12, bottom: 36 };

/** Width of a letter of an axis where it is largest, on phones and on paper. */
const LETTER_WIDTH = 12;

/** Labels have room for so many letters at least, so that the axes of most charts stand below each other. */
const LABEL_LENGTH = 6;

/** A legend entry: the name of a series, and its style on the page. */
export interface Key {
	readonly name: string;
	readonly style:
		| 'planned'
		| 'delivered'
		| 'line'
		| 'plan'
		| 'needed'
		| 'band'
		| 'limit'
		| 'out'
		| 'now'
		| 'ours'
		| 'somebody'
		| 'whisker'
		| `series${number}`;
}

/** A chart over categories, such as the hours of a day. */
export interface ChartInput {
	readonly title: string;
	/** The chart in a sentence, for screen readers. */
	readonly description: string;
	/** (categories) */
	readonly labels: readonly string[];
	/** Every n-th category is labelled. */
	readonly labelEvery: number;
	/** Largest value; the axis begins at 0. */
	readonly max: number;
	readonly format: (value: number) => string;
	readonly legend: readonly Key[];
	/** SVG of the marks, given the coordinates of a category position and of a value. */
	readonly body: (x: (position: number) => number, y: (value: number) => number) => string;
}

/** Draws a chart as HTML: an SVG with axes, and a legend. Its data belong into the table of its panel. */
export function chart(input: ChartInput): string {
	const { title, description, labels, labelEvery, format, legend } = input;
	const ticks = ticksTo(input.max);
	const max = ticks.at(-1)!;
	const left = LETTER_WIDTH * (1 + Math.max(LABEL_LENGTH, ...ticks.map((tick) => format(tick).length)));
	const right = WIDTH - MARGIN.right;
	const x = (position: number) => round(left + ((right - left) * position) / labels.length);
	const y = (value: number) =>
		round(HEIGHT - MARGIN.bottom - (HEIGHT - MARGIN.top - MARGIN.bottom) * Math.min(1, value / max));
	const grid = ticks.map(
		(tick) =>
			`<line class="grid" x1="${left}" x2="${right}" y1="${y(tick)}" y2="${y(tick)}"/>` +
			`<text class="axis" x="${left - 8}" y="${y(tick) + 4}" text-anchor="end">${escapeHtml(format(tick))}</text>`,
	);
	const names = labels.map((label, position) =>
		position % labelEvery === 0
			? `<text class="axis" x="${x(position + 0.5)}" y="${HEIGHT - 9}" text-anchor="middle">${escapeHtml(label)}</text>`
			: '',
	);
	const keys = legend.map(({ name, style }) => `<li><i class="${style}"></i>${escapeHtml(name)}</li>`);
	return (
		`<figure><figcaption>${escapeHtml(title)}</figcaption><ul class="legend">${keys.join('')}</ul>` +
		`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escapeHtml(`${title}. ${description}`)}">` +
		`${grid.join('')}${names.join('')}${input.body(x, y)}</svg></figure>`
	);
}

/** Charts of the same data, and their collapsible table. @param below HTML that stands below the charts */
export const panel = (
	charts: readonly string[],
	{ heads, rows }: { readonly heads: readonly string[]; readonly rows: readonly (readonly string[])[] },
	below = '',
): string =>
	`<div class="panel"><div class="charts">${charts.join('')}${below}</div>` +
	`<details><summary>The numbers</summary>${htmlTable(heads, rows)}</details></div>`;

/** Round axis ticks from 0 to at least a value; from 0 to 1 if the value is not positive. */
function ticksTo(value: number): number[] {
	const highest = value > 0 ? value : 1;
	const size = 10 ** Math.floor(Math.log10(highest / 4));
	const step = [1, 2, 2.5, 5, 10].map((factor) => factor * size).find((length) => length * 5 >= highest)!;
	return Array.from({ length: Math.ceil(highest / step - 1e-9) + 1 }, (_, tick) =>
		Number((tick * step).toPrecision(6)),
	);
}

const round = (pixels: number): number => Number(pixels.toFixed(1));

/** A bar from the axis up. */
export const bar = (left: number, top: number, width: number, bottom: number, style: Key['style']): string =>
	bottom > top
		? `<rect class="${style}" x="${round(left)}" y="${top}" width="${round(width)}" height="${round(bottom - top)}" rx="2"/>`
		: '';

/** An estimate as a dot, with its interval as a whisker. */
export const whisker = (x: number, mean: number, low: number, high: number): string =>
	`<line class="whisker" x1="${x}" x2="${x}" y1="${low}" y2="${high}"/><circle class="dot" cx="${x}" cy="${mean}" r="4"/>`;

/** A horizontal line, such as a limit. */
export const level = (from: number, to: number, height: number): string =>
	`<line class="limit" x1="${from}" x2="${to}" y1="${height}" y2="${height}"/>`;

/** A line through points, as the data of an SVG path. */
const pathThrough = (points: readonly (readonly [number, number])[]): string =>
	points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join('');

/** A line through points. */
export const line = (points: readonly (readonly [number, number])[], style: string): string =>
	points.length < 2 ? '' : `<path class="${style}" d="${pathThrough(points)}"/>`;

/** The area between an upper and a lower line. */
export const band = (
	upper: readonly (readonly [number, number])[],
	lower: readonly (readonly [number, number])[],
): string => (upper.length < 2 ? '' : `<path class="band" d="${pathThrough([...upper, ...[...lower].reverse()])}Z"/>`);

/** A stretch of the whole height, such as hours without budget. */
export const stretch = (from: number, to: number, top: number, bottom: number): string =>
	to > from
		? `<rect class="out" x="${round(from)}" y="${top}" width="${round(to - from)}" height="${round(bottom - top)}"/>`
		: '';

/** A mark with words that are shown when it is pointed at: a triangle for what we did, a diamond for what somebody did. */
export function mark(x: number, y: number, style: 'ours' | 'somebody', words: string): string {
	const shape = style === 'ours' ? `M${x} ${y - 6}l6 11h-12Z` : `M${x} ${y - 6}l6 6l-6 6l-6 -6Z`;
	return `<path class="${style}" d="${shape}"><title>${escapeHtml(words)}</title></path>`;
}
