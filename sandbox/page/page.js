// Asks the sandbox once a second and shows what changed.
import { escapeHtml } from './charts.js';
import { daysPicture, hoursPicture, monthPicture } from './pictures.js';

const ASK_MS = 1000;
const LOG_LENGTH = 60;

/** Faults offered as buttons, with options worth watching. */
const FAULTS = [
	['Next push fails (503)', { kind: 'unavailable', of: 'pushes' }],
	['Next push times out after the change', { kind: 'timeout-after-change' }],
	['Next request is rate limited', { kind: 'rate-limited' }],
	['Refuse one operation', { kind: 'refused-operation' }],
	['No requests for 3 hours', { kind: 'unavailable', hours: 3 }],
	['Reports 3 hours late, for a day', { kind: 'late-report', byHours: 3, hours: 24 }],
	['Next report is empty', { kind: 'empty-report' }],
	['Pages of 20 rows, for a day', { kind: 'truncated-report', rows: 20, hours: 24 }],
	['A person doubles the budget', { kind: 'persons-edit', factor: 2 }],
	['A person pauses a campaign', { kind: 'pause' }],
	['Ads disapproved for 12 hours', { kind: 'disapproval', hours: 12 }],
	['A new campaign appears', { kind: 'new-campaign' }],
	['Billing stops for 12 hours', { kind: 'billing-stop', hours: 12 }],
	['Runaway: prices x 4 for 12 hours', { kind: 'runaway', hours: 12, factor: 4 }],
];

const PLATFORM_NAMES = {
	google_ads: 'Google Ads',
	meta_ads: 'Meta Ads',
	microsoft_ads: 'Microsoft Ads',
	tiktok_ads: 'TikTok Ads',
	amazon_ads: 'Amazon Ads',
	linkedin_ads: 'LinkedIn Ads',
};

const $ = (id) => document.getElementById(id);
const put = (id, html) => {
	if ($(id).innerHTML !== html) $(id).innerHTML = html;
};

let shown = '';
let truth = null;

async function ask() {
	try {
		const response = await fetch('/truth');
		truth = await response.json();
		$('problem').hidden = true;
		const mark = JSON.stringify([
			truth.nowMs,
			truth.speed,
			truth.edits.length,
			truth.faults,
			truth.pending,
			innerWidth,
		]);
		if (mark !== shown) show();
		shown = mark;
	} catch (error) {
		tell(`The sandbox does not answer (${error.message}). Start it with: npm run sandbox`);
	}
}

async function send(path, body, method = 'POST') {
	const response = await fetch(path, {
		method,
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body),
	});
	if (!response.ok) tell((await response.json()).error);
	else await ask();
}

function tell(problem) {
	$('problem').textContent = problem;
	$('problem').hidden = false;
}

/** How instants and amounts of the account are written. */
function formats() {
	const zone = { timeZone: truth.timeZone };
	const parts = new Intl.DateTimeFormat('en-GB', { ...zone, hour: '2-digit', minute: '2-digit' });
	const day = new Intl.DateTimeFormat('en-GB', { ...zone, day: 'numeric', month: 'short' });
	const full = new Intl.DateTimeFormat('en-GB', {
		...zone,
		weekday: 'short',
		day: 'numeric',
		month: 'short',
		hour: '2-digit',
		minute: '2-digit',
	});
	const amount = new Intl.NumberFormat('en-GB', { style: 'currency', currency: truth.currency });
	const short = new Intl.NumberFormat('en-GB', {
		style: 'currency',
		currency: truth.currency,
		notation: 'compact',
		minimumFractionDigits: 0,
		maximumFractionDigits: 1,
	});
	return {
		local: (ms) => ({
			hour: Number(parts.format(ms).slice(0, 2)),
			time: parts.format(ms),
			day: day.format(ms),
			full: full.format(ms),
		}),
		date: new Intl.DateTimeFormat('en-CA', zone).format(truth.nowMs),
		money: (value) => amount.format(value),
		short: (value) => short.format(value),
	};
}

function show() {
	const format = formats();
	const month = format.date.slice(0, 7);
	const daysInMonth = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();
	const asked = new URLSearchParams(location.search).get('target');
	const target = asked === null ? truth.target : Number(asked);
	const sized = (id) => ({ ...format, month, daysInMonth, target, width: $(id).clientWidth - 28 });
	$('title').textContent = `${PLATFORM_NAMES[truth.platform]} sandbox`;
	$('sentence').textContent = `${truth.sentence} Account ${truth.id}, ${truth.timeZone}.`;
	$('clock').textContent = format.local(truth.nowMs).full;
	$('speed').value = String(truth.speed);
	put('cards', cards(format, { month, daysInMonth, target }));
	put('hours', hoursPicture(truth, sized('hours')));
	put('days', daysPicture(truth, sized('days')));
	put('month', monthPicture(truth, sized('month')));
	put('log', log(format));
	if (!$('campaigns').contains(document.activeElement)) put('campaigns', campaignsTable(format));
	put('pending', pendingFaults(format));
}

function cards({ money, date }, { month, daysInMonth, target }) {
	const sums = (days) => {
		const all = days.flatMap(({ campaigns }) => campaigns);
		const add = (of) => all.reduce((sum, each) => sum + of(each), 0);
		return { spend: add((each) => each.spendMicros) / 1e6, conversions: add((each) => each.conversions) };
	};
	const today = sums(truth.days.filter((day) => day.date === date));
	const whole = sums(truth.days.filter((day) => day.date.startsWith(month)));
	const budgets = truth.budgets.reduce((sum, { amountMicros }) => sum + amountMicros, 0) / 1e6;
	const edits = truth.edits.filter(({ atMs }) => atMs >= truth.startMs);
	const people = edits.filter(({ author }) => author === 'person').length;
	const past = Math.round((100 * (Number(date.slice(8)) - 1)) / daysInMonth);
	const list = [
		[money(today.spend), 'spent today'],
		[money(budgets), 'daily budgets in force'],
		[
			money(whole.spend),
			target === null
				? 'spent this month'
				: `this month, ${Math.round((100 * whole.spend) / target)}% of ${money(target)}; ${past}% of its days are over`,
		],
		[
			whole.conversions.toFixed(1),
			`expected conversions this month, ${money(whole.conversions > 0 ? whole.spend / whole.conversions : 0)} each`,
		],
		[String(edits.length), `edits since the start, ${people} by people`],
	];
	return list.map(([value, label]) => `<li><b>${escapeHtml(value)}</b><span>${escapeHtml(label)}</span></li>`).join('');
}

function log({ local, money }) {
	const nameOf = (object) => {
		const [kind, id] = object.split('/');
		return (kind === 'budget' ? truth.budgets : truth.campaigns).find((each) => each.id === id)?.name ?? object;
	};
	const saying = ({ field, object, from, to }) =>
		field === 'budget'
			? `${nameOf(object)}: ${money(from / 1e6)} to ${money(to / 1e6)}`
			: field === 'status'
				? `${nameOf(object)}: ${to}`
				: `${nameOf(object)}: ${field} changed`;
	const edits = truth.edits.map((edit) => ({
		atMs: edit.atMs,
		tag: edit.author === 'api' ? 'workflow' : edit.author,
		text: saying(edit),
	}));
	const faults = truth.faults.map(({ atMs, kind }) => ({ atMs, tag: 'fault', text: kind.replaceAll('-', ' ') }));
	const all = [...edits, ...faults].sort((a, b) => b.atMs - a.atMs).slice(0, LOG_LENGTH);
	if (all.length === 0)
		return '<li><span></span><span>None yet. Point a workflow here, or act as a person below.</span></li>';
	return all
		.map(
			({ atMs, tag, text }) =>
				`<li><time>${local(atMs).day} ${local(atMs).time}</time><span><span class="tag by-${tag}">${tag}</span>${escapeHtml(text)}</span></li>`,
		)
		.join('');
}

function campaignsTable({ money, date }) {
	const today = truth.days.find((day) => day.date === date)?.campaigns ?? [];
	const rows = truth.campaigns.map((campaign) => {
		const budget = truth.budgets.find(({ id }) => id === campaign.budgetId);
		const day = today.find(({ id }) => id === campaign.id) ?? { spendMicros: 0, demandMicros: 0, conversions: 0 };
		const status = campaign.disapproved ? 'disapproved' : campaign.status;
		const other = campaign.status === 'enabled' ? 'paused' : 'enabled';
		const name = escapeHtml(campaign.name);
		return (
			`<tr><th scope="row">${name}<br><small>${campaign.bidding} bids, ${status}</small></th>` +
			`<td>${money(day.spendMicros / 1e6)}</td><td>${money(day.demandMicros / 1e6)}</td><td>${day.conversions.toFixed(1)}</td>` +
			`<td><input type="number" min="0" step="any" value="${budget.amountMicros / 1e6}" data-budget="${budget.id}" aria-label="Daily budget of ${name}"></td>` +
			`<td><button type="button" data-campaign="${campaign.id}" data-status="${other}">${other === 'paused' ? 'Pause' : 'Enable'}</button></td></tr>`
		);
	});
	const heads = ['Campaign', 'Spent today', 'Demand today', 'Expected conversions', 'Budget', ''];
	return `<thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead><tbody>${rows.join('')}</tbody>`;
}

function pendingFaults({ local }) {
	if (truth.pending.length === 0) return 'No fault is waiting.';
	const list = truth.pending.map(({ kind, fromMs, untilMs, options }) => {
		const often = options.probability === undefined ? '' : ` (${Math.round(100 * options.probability)}%)`;
		const until = untilMs === null ? '' : ` until ${local(untilMs).full}`;
		return `${kind.replaceAll('-', ' ')}${often}${fromMs > truth.nowMs ? ` from ${local(fromMs).full}` : ' now'}${until}`;
	});
	return `Waiting: ${escapeHtml(list.join('; '))}. <button type="button" id="clear">Clear</button>`;
}

$('faults').innerHTML = FAULTS.map(
	([name], index) => `<button type="button" data-fault="${index}">${name}</button>`,
).join('');
document.addEventListener('click', ({ target }) => {
	const { play, fault, campaign, status } = target.dataset;
	if (play) send('/clock', { hours: Number(play) });
	else if (fault) send('/faults', FAULTS[fault][1]);
	else if (campaign) send('/person', { campaignId: campaign, status });
	else if (target.id === 'clear') send('/faults', {}, 'DELETE');
});
document.addEventListener('change', ({ target }) => {
	if (target.dataset.budget) {
		target.blur();
		send('/person', { budgetId: target.dataset.budget, amount: Number(target.value) });
	} else if (target.id === 'speed') send('/clock', { speed: Number(target.value) });
});
addEventListener('resize', ask);
setInterval(ask, ASK_MS);
ask();
