// report.html: one page without network, its pictures drawn as SVG, in light and dark.

const WIDTH = 860;
const HEIGHT = 300;
const MARGIN = { top: 16, right: 16, bottom: 34, left: 58 };

const escape = (text) =>
	String(text).replace(/[&<>"]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[sign]);

/** A picture with axes: x runs over hours, y over values from 0. */
function picture({ title, most, ticks, xLabels, body, legend, format }) {
	const x = (hour) => MARGIN.left + ((WIDTH - MARGIN.left - MARGIN.right) * hour) / xLabels.length;
	const y = (value) => HEIGHT - MARGIN.bottom - ((HEIGHT - MARGIN.top - MARGIN.bottom) * value) / most;
	const grid = ticks.map(
		(tick) =>
			`<line class="grid" x1="${MARGIN.left}" x2="${WIDTH - MARGIN.right}" y1="${y(tick)}" y2="${y(tick)}"/><text class="axis" x="${MARGIN.left - 8}" y="${y(tick) + 4}" text-anchor="end">${escape(format(tick))}</text>`,
	);
	const labels = xLabels.map((label, hour) =>
		hour % 3 === 0
			? `<text class="axis" x="${x(hour + 0.5)}" y="${HEIGHT - 12}" text-anchor="middle">${escape(label)}</text>`
			: '',
	);
	const keys = legend.map(([name, kind]) => `<span class="key"><i class="${kind}"></i>${escape(name)}</span>`).join('');
	return `<figure><figcaption>${escape(title)}</figcaption><div class="legend">${keys}</div><svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${escape(title)}">${grid.join('')}${labels.join('')}${body(x, y)}</svg></figure>`;
}

/** Round numbers from 0 to at least the largest value. */
function ticksTo(value) {
	const step = [1, 2, 2.5, 5, 10]
		.map((factor) => factor * 10 ** Math.floor(Math.log10(value / 4)))
		.find((size) => size * 5 >= value);
	return Array.from({ length: Math.ceil(value / step) + 1 }, (_, index) => Number((index * step).toPrecision(6)));
}

const path = (points) =>
	points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');

const rounded = (x, y, width, height) => {
	const radius = Math.min(3, width / 2, height);
	return `M${x} ${y + height}V${y + radius}q0 ${-radius} ${radius} ${-radius}h${width - 2 * radius}q${radius} 0 ${radius} ${radius}V${y + height}Z`;
};

function dayPicture({ morning, delivered }, { clock, money }) {
	const values = [...morning.hours.map(({ amount }) => amount), ...delivered.map(({ spend }) => spend)];
	const ticks = ticksTo(Math.max(...values));
	return picture({
		title: 'Plan of the morning against delivery, by hour',
		most: ticks.at(-1),
		ticks,
		format: money,
		xLabels: morning.hours.map(({ startMs }) => clock(startMs)),
		legend: [
			['planned', 'soft'],
			['delivered', 'strong'],
		],
		body: (x, y) => {
			const bar = (hour, value, kind, offset) =>
				value > 0 ? `<path class="${kind}" d="${rounded(x(hour) + offset, y(value), 13, y(0) - y(value))}"/>` : '';
			return morning.hours
				.map(({ amount }, hour) => bar(hour, amount, 'soft', 3) + bar(hour, delivered[hour]?.spend ?? 0, 'strong', 17))
				.join('');
		},
	});
}

function fanPicture({ morning, delivered, fan, alert, nowMs }, { clock, money }) {
	const hours = morning.hours;
	const startMs = hours[0].startMs;
	const position = (ms) => ((ms - startMs) / (hours.at(-1).endMs - startMs)) * hours.length;
	const budget = morning.dayAmount;
	const ahead = [{ endMs: fan.fromMs, spend: { low: fan.spent, mean: fan.spent, high: fan.spent } }, ...fan.hours];
	let total = 0;
	const actual = [[startMs, 0], ...delivered.map(({ endMs, spend }) => [endMs, (total += spend)])];
	const ticks = ticksTo(Math.max(budget, total, ...ahead.map(({ spend }) => spend.high)));
	return picture({
		title: `Spend of the day, and the forecast at ${clock(alert?.asOfMs ?? nowMs)} if nobody had intervened`,
		most: ticks.at(-1),
		ticks,
		format: money,
		xLabels: hours.map((hour) => clock(hour.startMs)),
		legend: [
			['delivered', 'line'],
			['forecast, 80% of futures', 'band'],
			["the day's amount", 'limit'],
		],
		body: (x, y) => {
			const at = (ms, value) => [x(position(ms)), y(value)];
			const band = [
				...ahead.map(({ endMs, spend }) => at(endMs, spend.high)),
				...ahead.map(({ endMs, spend }) => at(endMs, spend.low)).reverse(),
			];
			const gone = alert?.forecast.exhaustionMs.median;
			const mark = gone
				? `<line class="mark" x1="${at(gone, 0)[0]}" x2="${at(gone, 0)[0]}" y1="${y(0)}" y2="${y(budget)}"/><text class="note" x="${at(gone, 0)[0] + 6}" y="${y(0) - 8}">runs out ${escape(clock(gone))}</text>`
				: '';
			return `<path class="band" d="${path(band)}Z"/><path class="middle" d="${path(ahead.map(({ endMs, spend }) => at(endMs, spend.mean)))}"/><line class="limit" x1="${x(0)}" x2="${x(hours.length)}" y1="${y(budget)}" y2="${y(budget)}"/>${mark}<path class="line" d="${path(actual.map(([ms, value]) => at(ms, value)))}"/>`;
		},
	});
}

function patternPicture({ pattern }) {
	const hours = pattern.hourOfDay;
	const ticks = ticksTo(Math.max(...hours.map(({ high }) => high)));
	return picture({
		title: 'Learned pattern: how much better than average each hour converts, with its uncertainty',
		most: ticks.at(-1),
		ticks,
		format: (value) => `${value}x`,
		xLabels: hours.map((_, hour) => `${String(hour).padStart(2, '0')}:00`),
		legend: [
			['estimate', 'dot'],
			['80% interval', 'whisker'],
			['average', 'limit'],
		],
		body: (x, y) =>
			`<line class="limit" x1="${x(0)}" x2="${x(24)}" y1="${y(1)}" y2="${y(1)}"/>` +
			hours
				.map(
					({ mean, low, high }, hour) =>
						`<line class="whisker" x1="${x(hour + 0.5)}" x2="${x(hour + 0.5)}" y1="${y(low)}" y2="${y(high)}"/><circle class="dot" cx="${x(hour + 0.5)}" cy="${y(mean)}" r="4"/>`,
				)
				.join(''),
	});
}

const STYLE = `
:root{color-scheme:light dark;--ground:#fff;--ink:#1c2536;--quiet:#5c6779;--grid:#e4e8ef;--strong:#2f66d6;--soft:#b9cdf6;--band:#f3c79a;--accent:#c8641b;--card:#f7f9fc}
@media (prefers-color-scheme:dark){:root{--ground:#12161f;--ink:#e9edf5;--quiet:#9aa6ba;--grid:#2a3242;--strong:#7ea5ff;--soft:#33496f;--band:#6b4623;--accent:#ffab66;--card:#1a202c}}
*{box-sizing:border-box}body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.5 system-ui,sans-serif}main{max-width:940px;margin:0 auto;padding:32px 20px 48px}
h1{font-size:26px;margin:0 0 4px}p.lead{color:var(--quiet);margin:0 0 24px}.cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(170px,1fr));gap:12px;margin-bottom:24px}
.card{background:var(--card);border-radius:10px;padding:12px 14px}.card b{display:block;font-size:20px}.card span{color:var(--quiet);font-size:14px}
figure{margin:0 0 28px;background:var(--card);border-radius:12px;padding:16px}figcaption{font-weight:600}.legend{margin:4px 0 6px;color:var(--quiet);font-size:14px}.key{margin-right:18px;white-space:nowrap}
.key i{display:inline-block;width:14px;height:10px;border-radius:2px;margin-right:6px;background:var(--strong)}.key i.soft{background:var(--soft)}.key i.band{background:var(--band)}.key i.limit{background:none;border-top:2px dashed var(--quiet);height:0;vertical-align:middle}.key i.line,.key i.whisker{height:3px;vertical-align:middle}.key i.dot{width:9px;height:9px;border-radius:50%}
svg{width:100%;height:auto;display:block}.grid{stroke:var(--grid)}.axis{fill:var(--quiet);font-size:12px}.strong{fill:var(--strong)}.soft{fill:var(--soft)}.band{fill:var(--band)}.middle{fill:none;stroke:var(--accent);stroke-width:2}.line{fill:none;stroke:var(--strong);stroke-width:3;stroke-linejoin:round}
.limit{stroke:var(--quiet);stroke-dasharray:6 5;stroke-width:1.5}.mark{stroke:var(--accent);stroke-width:1.5;stroke-dasharray:3 3}.note{fill:var(--accent);font-size:13px;font-weight:600}.whisker{stroke:var(--strong);stroke-width:3;stroke-linecap:round;opacity:.45}.dot{fill:var(--strong)}
table{border-collapse:collapse;width:100%;font-size:15px}td,th{text-align:left;padding:6px 8px;border-bottom:1px solid var(--grid);vertical-align:top}th{color:var(--quiet);font-weight:600}
@media print{figure,.card{break-inside:avoid}}`;

/** The page of a day: what was planned, what was delivered, what was forecast, what was learned, and what was said. */
export function reportPage(story) {
	const { budget, date, morning, delivered, alert, reallocation, messages } = story;
	const whole = new Intl.NumberFormat('en-GB', { style: 'currency', currency: budget.currency });
	const short = new Intl.NumberFormat('en-GB', {
		style: 'currency',
		currency: budget.currency,
		maximumFractionDigits: 0,
	});
	const clock = (ms) =>
		new Intl.DateTimeFormat('en-GB', { timeZone: budget.timeZone, hour: '2-digit', minute: '2-digit' }).format(ms);
	const format = { clock, money: (value) => short.format(value) };
	const spent = delivered.reduce((sum, { spend }) => sum + spend, 0);
	const cards = [
		[whole.format(morning.dayAmount), "the day's amount"],
		[whole.format(spent), `delivered, ${Math.round((100 * spent) / morning.dayAmount)}%`],
		[alert === null ? 'none' : clock(alert.asOfMs), 'warning of early exhaustion'],
		[reallocation === null ? 'none' : `${reallocation.moves.length} hours`, 'reallocated on evidence'],
	];
	const moves =
		reallocation === null
			? ''
			: `<figure><figcaption>Reallocation: evidence ${reallocation.evidence.eValue.toFixed(0)}, it takes ${reallocation.evidence.threshold}</figcaption><table><tr><th>Hour</th><th>Before</th><th>After</th></tr>${reallocation.moves.map(({ hourIndex }) => `<tr><td>${clock(reallocation.to.hours[hourIndex].startMs)}</td><td>${whole.format(reallocation.from.hours[hourIndex].amount)}</td><td>${whole.format(reallocation.to.hours[hourIndex].amount)}</td></tr>`).join('')}</table></figure>`;
	const said =
		messages.length === 0
			? ''
			: `<figure><figcaption>Messages</figcaption><table><tr><th>Time</th><th>Slack</th></tr>${messages.map(({ at, text }) => `<tr><td>${at}</td><td>${escape(text.replaceAll('*', ''))}</td></tr>`).join('')}</table></figure>`;
	return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>${escape(budget.name ?? budget.budgetId)}, ${date}</title><style>${STYLE}</style><main><h1>${escape(budget.name ?? budget.budgetId)}</h1><p class="lead">${date}, ${escape(budget.timeZone)}, strategy ${escape(morning.strategy)}</p><div class="cards">${cards.map(([value, label]) => `<div class="card"><b>${escape(value)}</b><span>${escape(label)}</span></div>`).join('')}</div>${dayPicture(story, format)}${fanPicture(story, format)}${patternPicture(story)}${moves}${said}</main></html>\n`;
}
