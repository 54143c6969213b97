import { formatMoney } from '../format/formatMoney';
import { type Ratio, RATIOS, type Ratios, type RatiosByTime } from '../results/ratiosByTime';
import { escapeHtml, tableMarkup } from './html';
import { paragraph } from './page';
import { WEEKDAYS } from './patternPicture';

/** Shades between the worst hour or weekday, which has none, and the best. */
const SHADES = 3;

/** Values that differ by less, as a part of the highest, do not get all shades. */
const LEAST_RANGE = 0.2;

const COSTS: readonly Ratio[] = ['cpm', 'cpa'];

const NAMES: Readonly<Record<Ratio, string>> = { ctr: 'CTR', cpm: 'CPM', cvr: 'CVR', cpa: 'CPA', roas: 'ROAS' };

/** What is said of the ratios that no hour and no weekday has enough evidence for. */
const missing = (ratios: readonly Ratio[]): string =>
	ratios.length === 0 ? '' : ` There is not enough evidence for ${ratios.map((ratio) => NAMES[ratio]).join(', ')}.`;

/**
 * CTR, CPM, CVR, CPA and ROAS by hour of the day and by weekday as a folded table whose shades show the best hours and the best weekdays. It is not
 * printed.
 */
export function ratiosTable({ hourOfDay, weekday }: RatiosByTime, currency: string): string {
	const isKnown = (ratio: Ratio) => [...hourOfDay[ratio], ...weekday[ratio]].some((value) => value !== null);
	const known = RATIOS.filter(isKnown);
	const said = missing(RATIOS.filter((ratio) => !isKnown(ratio)));
	const hours = hourOfDay.ctr.map((_, hour) => `${String(hour).padStart(2, '0')}:00`);
	const head = ['Hour or weekday', ...known.map((ratio) => NAMES[ratio])].map((text) => `<th scope="col">${text}</th>`);
	const body = [...rowsOf(hours, hourOfDay, known, currency), ...rowsOf(WEEKDAYS, weekday, known, currency)];
	const table = known.length === 0 ? '' : tableMarkup(head.join(''), body.join(''));
	const legend =
		known.length === 0
			? ''
			: 'The stronger the shade, the better. An empty cell means that there is not enough evidence.';
	return (
		`<div class="panel ratios"><details><summary>CTR, CPM, CVR, CPA and ROAS by hour and weekday</summary>` +
		`${table}${paragraph((legend + said).trim())}</details></div>`
	);
}

function rowsOf(
	labels: readonly string[],
	ratios: Ratios,
	known: readonly Ratio[],
	currency: string,
): readonly string[] {
	const shades = new Map(known.map((ratio) => [ratio, shadesOf(ratios[ratio], COSTS.includes(ratio))]));
	return labels.map((label, position) => {
		const cells = known.map((ratio) => {
			const value = ratios[ratio][position]!;
			const text = value === null ? '' : escapeHtml(formatted(value, ratio, currency));
			return `<td class="shade${shades.get(ratio)![position]!}">${text}</td>`;
		});
		return `<tr><th scope="row">${label}</th>${cells.join('')}</tr>`;
	});
}

/** From 0, the worst, to the best of the values; of costs the lowest is the best. */
function shadesOf(values: readonly (number | null)[], isCost: boolean): number[] {
	const known = values.filter((value) => value !== null);
	const [lowest, highest] = [Math.min(...known), Math.max(...known)];
	const range = Math.max(highest - lowest, LEAST_RANGE * highest);
	return values.map((value) => {
		if (value === null) return 0;
		return Math.round((SHADES * (isCost ? highest - value : value - lowest)) / range);
	});
}

function formatted(value: number, ratio: Ratio, currency: string): string {
	switch (ratio) {
		case 'ctr':
		case 'cvr':
			return `${(100 * value).toFixed(2)}%`;
		case 'cpm':
		case 'cpa':
			return formatMoney(value, currency);
		case 'roas':
			return value.toFixed(2);
	}
}
