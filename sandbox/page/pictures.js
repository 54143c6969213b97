// The pictures of the page, each from what GET /truth tells.
import { bar, chart, dot, line } from './charts.js';

const HOUR_MS = 3_600_000;
const DAYS_SHOWN = 42;
/** Campaign hours out of budget that a day shows. */
const LEAST_HOURS = 1;

const add = (list, of) => list.reduce((sum, each) => sum + of(each), 0);
const maxOf = (list) => list.reduce((most, each) => Math.max(most, each), 0);

/** What all campaigns could spend and spent in the last hours, and the edits of that time. */
export function hoursPicture(truth, { money, short, local, width }) {
	const firstMs = truth.nowMs - (truth.nowMs % HOUR_MS) - (width < 500 ? 23 : 71) * HOUR_MS;
	const places = (ms) => (ms - firstMs) / HOUR_MS;
	const hours = new Map();
	for (const { startMs, costMicros, demandMicros } of truth.hours) {
		if (startMs < firstMs) continue;
		const known = hours.get(startMs) ?? { startMs, spend: 0, demand: 0 };
		known.spend += costMicros / 1e6;
		known.demand += demandMicros / 1e6;
		hours.set(startMs, known);
	}
	const list = [...hours.values()];
	const count = Math.ceil(places(truth.nowMs));
	const labels = Array.from({ length: count }, (_, place) => ({ place, ...local(firstMs + place * HOUR_MS) }))
		.filter(({ hour }) => hour % 6 === 0)
		.map(({ place, hour, day, time }) => ({ place, text: hour === 0 ? day : time }));
	const firstMidnight = labels.findIndex(({ text }) => !text.includes(':'));
	return chart({
		title: 'Hour by hour',
		description: 'Spend of each hour and what demand would have allowed.',
		legend: [
			['spend', 'spend'],
			['demand', 'demand'],
			['out of budget', 'out'],
			['edit by workflow', 'dot api'],
			['by a person', 'dot person'],
		],
		width,
		count,
		max: maxOf(list.map(({ spend, demand }) => Math.max(spend, demand))),
		format: short,
		labels: labels.slice(Math.max(0, firstMidnight)),
		body: (x, y, bottom) => {
			const wide = x(1) - x(0);
			const marks = list.map(({ startMs, spend, demand }) => {
				const at = x(places(startMs));
				const text = `${local(startMs).full}: spent ${money(spend)}, demand ${money(demand)}`;
				return (
					bar(at + 0.08 * wide, y(demand), 0.84 * wide, bottom, 'demand', text) +
					bar(at + 0.22 * wide, y(spend), 0.56 * wide, bottom, 'spend', text)
				);
			});
			const stretches = truth.days
				.flatMap(({ campaigns }) =>
					campaigns.flatMap(({ id, outOfBudget }) => outOfBudget.map((each) => ({ id, ...each }))),
				)
				.filter(({ endMs }) => endMs > firstMs)
				.map(({ id, startMs, endMs }) => {
					const from = x(Math.max(0, places(startMs)));
					const name = truth.campaigns.find((each) => each.id === id).name;
					return bar(
						from,
						bottom,
						x(places(endMs)) - from,
						bottom + 5,
						'out',
						`${name} out of budget from ${local(startMs).full}`,
					);
				});
			const edits = truth.edits
				.filter(({ atMs }) => atMs >= firstMs)
				.map((edit) =>
					dot(x(places(edit.atMs)), 10, edit.author, `${local(edit.atMs).full}: ${edit.field} of ${edit.object}`),
				);
			return marks.join('') + stretches.join('') + edits.join('');
		},
	});
}

/** Six weeks by day: spend, demand and the budgets in force. */
export function daysPicture(truth, { money, short, width }) {
	const days = truth.days.slice(width < 500 ? -21 : -DAYS_SHOWN).map(({ date, campaigns }) => ({
		date,
		spend: add(campaigns, ({ spendMicros }) => spendMicros / 1e6),
		demand: add(campaigns, ({ demandMicros }) => demandMicros / 1e6),
		budget: add(distinctBudgets(campaigns, truth), ({ budgetMicros }) => budgetMicros / 1e6),
		outOfBudget:
			add(campaigns, ({ outOfBudget }) => add(outOfBudget, ({ startMs, endMs }) => endMs - startMs)) / HOUR_MS,
	}));
	const demands = days.map(({ demand }) => demand).sort((a, b) => a - b);
	const usualDemand = demands[Math.floor(0.9 * (demands.length - 1))] ?? 0;
	return chart({
		title: 'Day by day',
		description: 'Spend of each day, what demand would have allowed, and the budget in force at its end.',
		legend: [
			['spend', 'spend'],
			['demand', 'demand'],
			['daily budget in force', 'budget'],
			['out of budget', 'out'],
		],
		width,
		count: days.length,
		max: maxOf([usualDemand, ...days.flatMap(({ spend, budget }) => [spend, budget])]),
		format: short,
		labels: days.map(({ date }, place) => ({ place: place + 0.5, text: dayLabel(date) })),
		body: (x, y, bottom) => {
			const wide = x(1) - x(0);
			const bars = days.map(({ date, spend, demand, budget, outOfBudget }, place) => {
				const at = x(place);
				const text = `${date}: spent ${money(spend)} of ${money(budget)}, demand ${money(demand)}`;
				const share = outOfBudget < LEAST_HOURS ? 0 : Math.min(1, outOfBudget / 24 / truth.campaigns.length);
				return (
					bar(at + 0.1 * wide, y(demand), 0.8 * wide, bottom, 'demand', text) +
					bar(at + 0.22 * wide, y(spend), 0.56 * wide, bottom, 'spend', text) +
					bar(
						at + 0.1 * wide,
						bottom,
						0.8 * wide * share,
						bottom + 5,
						'out',
						`${date}: out of budget ${outOfBudget.toFixed(1)} campaign hours`,
					)
				);
			});
			const steps = days.flatMap(({ budget }, place) => [
				[x(place), y(budget)],
				[x(place + 1), y(budget)],
			]);
			return bars.join('') + line(steps, 'budget');
		},
	});
}

/** The month's spend against its target. */
export function monthPicture(truth, { money, short, month, daysInMonth, target, width }) {
	const days = truth.days.filter(({ date }) => date.startsWith(month));
	let sum = 0;
	const totals = days.map(({ date, campaigns }) => {
		sum += add(campaigns, ({ spendMicros }) => spendMicros / 1e6);
		return { day: Number(date.slice(8)), sum };
	});
	return chart({
		title: target === null ? 'The month' : 'The month against its target',
		description: `${money(sum)} spent${target === null ? '' : ` of ${money(target)}`}.`,
		legend: [['spent since the 1st', 'total'], ...(target === null ? [] : [['target, day by day', 'even']])],
		width,
		height: 300,
		count: daysInMonth,
		max: Math.max(sum, target ?? 0),
		format: short,
		labels: Array.from({ length: daysInMonth }, (_, place) => ({ place: place + 0.5, text: String(place + 1) })),
		body: (x, y, bottom) => {
			const begins = totals.length === 0 ? [] : [[x(totals[0].day - 1), bottom]];
			return (
				(target === null
					? ''
					: line(
							[
								[x(0), bottom],
								[x(daysInMonth), y(target)],
							],
							'even',
						)) + line([...begins, ...totals.map(({ day, sum: total }) => [x(day), y(total)])], 'total')
			);
		},
	});
}

/** One campaign for each budget, so that a shared budget counts once. */
function distinctBudgets(campaigns, truth) {
	const seen = new Set();
	return campaigns.filter(({ id }) => {
		const { budgetId } = truth.campaigns.find((each) => each.id === id);
		return !seen.has(budgetId) && seen.add(budgetId);
	});
}

const dayLabel = (date) =>
	new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' }).format(Date.parse(date));
