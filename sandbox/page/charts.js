// Charts as SVG text, drawn at the width they are shown at, so that labels keep their size on a phone.
const MARGIN = { top: 16, right: 8, bottom: 24, left: 58 };
const LABEL_WIDTH = 54;

export const escapeHtml = (text) => String(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** Round ticks from 0 to at least a value. */
function ticksTo(value) {
	const highest = value > 0 ? value : 1;
	const size = 10 ** Math.floor(Math.log10(highest / 4));
	const step = [1, 2, 2.5, 5, 10].map((factor) => factor * size).find((length) => length * 4 >= highest);
	return Array.from({ length: Math.ceil(highest / step - 1e-9) + 1 }, (_, tick) => tick * step);
}

/**
 * A chart over `count` equal places.
 *
 * @param labels `{ place, text }` at equal distances; those that find no room are left out
 * @param body given `x(place)`, `y(value)` and the `bottom` of the plot, the SVG of the marks
 */
export function chart({ title, description, legend, width, height = 240, count, max, format, labels, body }) {
	const ticks = ticksTo(max);
	const right = width - MARGIN.right;
	const bottom = height - MARGIN.bottom;
	const x = (place) => MARGIN.left + ((right - MARGIN.left) * place) / count;
	const y = (value) => bottom - ((bottom - MARGIN.top) * Math.min(value, ticks.at(-1))) / ticks.at(-1);
	const grid = ticks.map(
		(tick) =>
			`<line class="grid" x1="${MARGIN.left}" x2="${right}" y1="${y(tick)}" y2="${y(tick)}"/>` +
			`<text class="axis" x="${MARGIN.left - 8}" y="${y(tick) + 4}" text-anchor="end">${escapeHtml(format(tick))}</text>`,
	);
	const apart = labels.length > 1 ? x(labels[1].place) - x(labels[0].place) : Infinity;
	const names = labels
		.filter(({ place }, index) => index % Math.ceil(LABEL_WIDTH / apart) === 0 && x(place) < width - LABEL_WIDTH / 2)
		.map(
			({ place, text }) =>
				`<text class="axis" x="${x(place)}" y="${height - 6}" text-anchor="middle">${escapeHtml(text)}</text>`,
		);
	const keys = legend.map(([name, style]) => `<li><i class="${style}"></i>${escapeHtml(name)}</li>`);
	return (
		`<h2>${escapeHtml(title)}</h2><ul class="legend">${keys.join('')}</ul>` +
		`<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeHtml(`${title}. ${description}`)}">` +
		`${grid.join('')}${names.join('')}${body(x, y, bottom)}</svg>`
	);
}

export const bar = (left, top, width, bottom, style, text) =>
	bottom - top > 0.2 && width > 0
		? `<rect class="${style}" x="${left.toFixed(1)}" y="${top.toFixed(1)}" width="${Math.max(0.8, width).toFixed(1)}" height="${(bottom - top).toFixed(1)}" rx="${Math.min(2, width / 4)}"><title>${escapeHtml(text)}</title></rect>`
		: '';

export const line = (points, style) =>
	points.length === 0
		? ''
		: `<path class="${style}" d="${points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('')}"/>`;

/** The dot of an edit. */
export const dot = (x, y, style, text) =>
	`<circle class="mark ${style}" cx="${x.toFixed(1)}" cy="${y.toFixed(1)}" r="5"><title>${escapeHtml(text)}</title></circle>`;
