import { OURS } from './controllers.mjs';

const WIDTH = 980;
const LABELS = 300;
const PANEL = 320;
const GAP = 20;
const ROW = 26;
const TOP = 64;

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A scale from values to pixels with a little room at both ends. */
function scaleOf(values, left) {
	const low = Math.min(0, ...values);
	const high = Math.max(0, ...values);
	const pad = 0.06 * (high - low || 1);
	return (value) => left + (PANEL * (value - low + pad)) / (high - low + 2 * pad);
}

/**
 * Results and deviation of every situation as SVG: a dot for this package, a letter for each rule.
 *
 * @param rows of `{ label, byController: { name: { results, deviation } } }`, fractions
 */
export function twoPanels(title, rows) {
	const names = Object.keys(rows[0].byController);
	const panels = [
		{ name: 'results above rule b', figure: 'results', left: LABELS },
		{ name: 'deviation of the month', figure: 'deviation', left: LABELS + PANEL + GAP },
	].map((panel) => ({
		...panel,
		x: scaleOf(
			rows.flatMap(({ byController }) => names.map((name) => 100 * byController[name][panel.figure])),
			panel.left,
		),
	}));
	const height = TOP + rows.length * ROW + 16;
	const marks = rows.flatMap(({ label, byController }, position) => {
		const y = TOP + position * ROW + ROW / 2;
		return [
			`<text x="${LABELS - 12}" y="${y + 4}" text-anchor="end">${escaped(label)}</text>`,
			...panels.flatMap(({ x, figure }) =>
				[...names].reverse().map((name) => {
					const at = x(100 * byController[name][figure]).toFixed(1);
					return name === OURS
						? `<circle cx="${at}" cy="${y}" r="6" fill="#0f7b6c"/>`
						: `<text x="${at}" y="${y + 4}" text-anchor="middle" fill="#7b8794">${name[0]}</text>`;
				}),
			),
		];
	});
	const axes = panels.flatMap(({ name, left, x }) => [
		`<text x="${left}" y="${TOP - 12}" fill="#52606d">${name}, %</text>`,
		`<line x1="${x(0).toFixed(1)}" x2="${x(0).toFixed(1)}" y1="${TOP - 4}" y2="${height - 12}" stroke="#cbd2d9"/>`,
	]);
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="system-ui, sans-serif" font-size="13">
<rect width="100%" height="100%" fill="#ffffff"/>
<text x="12" y="24" font-size="15" font-weight="bold">${escaped(title)}</text>
<circle cx="20" cy="42" r="6" fill="#0f7b6c"/><text x="32" y="46">${OURS}; letters are the rules a to d</text>
${axes.join('\n')}
${marks.join('\n')}
</svg>
`;
}
