const WIDTH = 790;
const LABELS = 320;
const ROW = 24;
const TOP = 40;

const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/**
 * Horizontal bars as SVG, from 50 to 100: what lies between peers would be lost on a longer axis, and the axis says so.
 *
 * @param bars (bars) of `{ name, value, ours }`
 */
export function barChart(title, bars) {
	const scale = (value) => ((WIDTH - LABELS - 60) * Math.max(0, value - 50)) / 50;
	const rows = bars.map(({ name, value, ours }, position) => {
		const y = TOP + position * ROW;
		return [
			`<text x="${LABELS - 8}" y="${y + 15}" text-anchor="end"${ours ? ' font-weight="bold"' : ''}>${escaped(name)}</text>`,
			`<rect x="${LABELS}" y="${y + 3}" width="${scale(value).toFixed(1)}" height="${ROW - 8}" rx="2" fill="${ours ? '#0f7b6c' : '#b8c2cc'}"/>`,
			`<text x="${(LABELS + scale(value) + 6).toFixed(1)}" y="${y + 15}">${value.toFixed(2)}</text>`,
		].join('');
	});
	const height = TOP + bars.length * ROW + 30;
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" font-family="system-ui, sans-serif" font-size="13">
<rect width="100%" height="100%" fill="#ffffff"/>
<text x="12" y="24" font-size="15" font-weight="bold">${escaped(title)}</text>
${rows.join('\n')}
<text x="${LABELS}" y="${height - 10}" fill="#667">The axis begins at 50.</text>
</svg>
`;
}
