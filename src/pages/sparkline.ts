import { formatMoney } from '../format/formatMoney';
import type { DailySpend } from '../status/dailySpend';
import { escapeHtml } from './html';

const BAR = 4;
const HEIGHT = 30;

/** Daily spend as bars, an even day as a dashed line. A day without a report has a small mark below the axis instead of a bar. */
export function sparkline({ days, evenDay }: DailySpend, currency: string): string {
	const highest = Math.max(evenDay ?? 0, ...days.map(({ spend }) => spend ?? 0));
	const y = (value: number) => Number((HEIGHT - (HEIGHT - 2) * (highest > 0 ? value / highest : 0)).toFixed(1));
	const at = (position: number) => position * BAR + BAR / 2;
	const bars = days.flatMap(({ spend }, position) =>
		spend === null || spend === 0 ? [] : [`M${at(position)} ${HEIGHT}V${y(spend)}`],
	);
	const gaps = days.flatMap(({ spend }, position) => (spend === null ? [`M${at(position)} ${HEIGHT + 2}v2`] : []));
	const width = days.length * BAR;
	const line = evenDay === null ? '' : `<path class="limit" d="M0 ${y(evenDay)}H${width}"/>`;
	return (
		`<svg class="spark" viewBox="0 0 ${width} ${HEIGHT + 4}" preserveAspectRatio="xMinYMid" role="img" aria-label="${escapeHtml(spoken({ days, evenDay }, currency))}">` +
		`<path class="bars" d="${bars.join('')}"/><path class="gaps" d="${gaps.join('')}"/>${line}</svg>`
	);
}

/** The chart in a sentence. */
function spoken({ days, evenDay }: DailySpend, currency: string): string {
	const known = days.flatMap(({ spend }) => (spend === null ? [] : [spend]));
	if (known.length === 0) return 'No full day is known';
	const money = (amount: number) => formatMoney(amount, currency);
	const range = `${money(Math.min(...known))} to ${money(Math.max(...known))} a day on ${known.length} known days of the last ${days.length}`;
	return evenDay === null ? range : `${range}; an even day is ${money(evenDay)}`;
}
