import { calendarOf, HOUR_MS } from './calendar.mjs';
import { createChance } from './chance.mjs';
import { deliverStretch, openDayFactor } from './delivery.mjs';
import { createLedger, noteEdit, openDay, rulesOf } from './limits.mjs';
import { createPart } from './part.mjs';
import { firstFrom, visibleRow } from './reports.mjs';
import { sharedValuePattern } from './market.mjs';
import { createTruth } from './truth.mjs';

/** Delivery is decided anew this often, so that an edit at 20 past takes effect within the hour. */
const STEP_MS = 20 * 60_000;
/** Weeks that were delivered under the starting budgets before an account begins. */
const HISTORY_DAYS = 42;

/**
 * An ad account that delivers as its platform does, without HTTP. Times are instants, money is integer micros.
 *
 * @param scenario see sandbox/scenarios/README.md
 * @param options `seed`; `platform`, else the scenario's; `startMs`, when the account begins, else the scenario's `start`
 * @returns see sandbox/README.md for what it offers
 */
export function createAccount(scenario, { seed = 1, platform = scenario.platform ?? 'google_ads', startMs } = {}) {
	const rules = rulesOf(platform);
	const timeZone = scenario.timeZone ?? 'Europe/Berlin';
	const calendar = calendarOf(timeZone);
	const chance = createChance(seed);
	const shared = sharedValuePattern(chance);
	const beginMs = startMs ?? Date.parse(scenario.start);
	const campaigns = [];
	const budgets = [];
	const edits = [];
	const parts = [];
	const groups = [];
	const runaways = [];
	const events = [];
	const truth = createTruth();
	const historyDays = scenario.historyDays ?? HISTORY_DAYS;
	let nowMs = historyDays === 0 ? beginMs : calendar.dayAt(beginMs - historyDays * 24 * HOUR_MS).startMs;
	let billingStoppedUntilMs = -Infinity;

	const find = (list, id) => {
		const found = list.find((each) => each.id === String(id));
		if (found === undefined) throw new RangeError(`There is no object ${id} in the account`);
		return found;
	};
	const groupOf = (budgetId) => groups.find(({ budget }) => budget.id === budgetId);
	const partOf = (campaignId) => parts.find(({ campaign }) => campaign.id === campaignId);
	const note = (author, field, object, from, to) => edits.push({ atMs: nowMs, author, field, object, from, to });

	function budgetFor(spec) {
		const known = spec.sharedBudget && budgets.find(({ name }) => name === spec.sharedBudget);
		if (known) return known;
		const budget = {
			id: String(901 + budgets.length),
			name: spec.sharedBudget ?? spec.name,
			amountMicros: Math.round(spec.budget * 1e6),
			kind: spec.totalUntil ? 'total' : 'daily',
			shared: spec.sharedBudget !== undefined,
			endsMs: spec.totalUntil ? Date.parse(spec.totalUntil) : null,
			schedules: [],
		};
		budgets.push(budget);
		const group = { budget, ledger: createLedger(), rules, parts: [] };
		groups.push(group);
		return budget;
	}

	function addCampaign(spec) {
		const budget = budgetFor(spec);
		const campaign = {
			id: String(101 + campaigns.length),
			name: spec.name,
			status: spec.status ?? 'enabled',
			budgetId: budget.id,
			bidding: spec.bidding ?? 'manual',
			targetCpaMicros: spec.targetCpa ? Math.round(spec.targetCpa * 1e6) : undefined,
			targetRoas: spec.targetRoas,
			disapproved: false,
			schedule: [],
			clickThroughRate: spec.clickThroughRate ?? 0.04,
		};
		campaigns.push(campaign);
		const part = createPart(campaign, spec, { shared, chance, runaways });
		parts.push(part);
		groupOf(budget.id).parts.push(part);
		return campaign;
	}

	function startDay({ ledger, budget, parts: sharing }, day) {
		const openFactor = ({ weekday }) =>
			sharing.some(({ plan }) => plan.days[weekday] > 0) ? openDayFactor(sharing, rules) : 0;
		openDay(ledger, budget, rules, day, { noise: chance(budget.id, 'aim', day.date).normal(), openFactor });
	}

	/** Delivers one stretch that no edit, event or step divides. */
	function deliver(untilMs) {
		const day = calendar.dayAt(nowMs);
		truth.openDay(day);
		for (const group of groups) {
			if (group.ledger.day !== day) startDay(group, day);
			if (nowMs < billingStoppedUntilMs) continue;
			deliverStretch(group, nowMs, untilMs, (part, delivered) => {
				const hour = part.hourAt(nowMs, day);
				hour.costMicros += delivered.costMicros;
				hour.clicks += delivered.clicks;
				hour.expected += delivered.conversions;
				hour.demandMicros += delivered.demandMicros;
				truth.add(part, group.budget, nowMs, untilMs, delivered);
			});
		}
		for (const part of parts) part.closeHoursUntil(untilMs);
	}

	const account = {
		platform,
		id: '1234567890',
		currency: scenario.currency ?? 'EUR',
		timeZone,
		scenario,
		startMs: beginMs,
		get nowMs() {
			return nowMs;
		},
		campaigns,
		budgets,
		edits,
		play(untilMs) {
			while (nowMs < untilMs || events[0]?.atMs <= nowMs) {
				while (events[0]?.atMs <= nowMs) events.shift().act();
				if (nowMs >= untilMs) break;
				const dayStartMs = calendar.dayAt(nowMs).startMs;
				const stepEndMs = dayStartMs + (Math.floor((nowMs - dayStartMs) / STEP_MS) + 1) * STEP_MS;
				const next = Math.min(untilMs, stepEndMs, events[0]?.atMs ?? Infinity);
				deliver(next);
				nowMs = next;
			}
		},
		/** Has something happen at an instant of the account's time; what is due already happens with the next `play`. */
		at(atMs, act) {
			events.push({ atMs, act });
			events.sort((a, b) => a.atMs - b.atMs);
		},
		setBudget(budgetId, amountMicros, author) {
			const budget = find(budgets, budgetId);
			const from = budget.amountMicros;
			if (from === amountMicros) return;
			budget.amountMicros = amountMicros;
			note(author, 'budget', `budget/${budget.id}`, from, amountMicros);
			const group = groupOf(budget.id);
			if (group.ledger.day !== null) noteEdit(group.ledger, budget, rules);
			if (rules.learning !== null && Math.abs(amountMicros / from - 1) > rules.learning.editAbove)
				for (const part of group.parts)
					part.learnUntil(nowMs + rules.learning.days * 24 * HOUR_MS, rules.learning.factor);
		},
		setStatus(campaignId, status, author) {
			const campaign = find(campaigns, campaignId);
			if (campaign.status === status) return;
			note(author, 'status', `campaign/${campaign.id}`, campaign.status, status);
			campaign.status = status;
		},
		setSchedule(campaignId, windows, author) {
			const campaign = find(campaigns, campaignId);
			note(author, 'schedule', `campaign/${campaign.id}`, campaign.schedule, windows);
			campaign.schedule = windows;
			partOf(campaign.id).replan();
		},
		setTarget(campaignId, target, author) {
			const campaign = find(campaigns, campaignId);
			const { targetCpaMicros, targetRoas } = campaign;
			note(author, 'target', `campaign/${campaign.id}`, { targetCpaMicros, targetRoas }, target);
			Object.assign(campaign, target);
			partOf(campaign.id).replan();
		},
		addBudgetSchedule(budgetId, schedule, author) {
			const budget = find(budgets, budgetId);
			note(author, 'budget-schedule', `budget/${budget.id}`, null, schedule);
			budget.schedules.push(schedule);
		},
		addCampaign,
		setDisapproved(campaignId, disapproved) {
			find(campaigns, campaignId).disapproved = disapproved;
		},
		/** Nothing is delivered until then. */
		stopBilling(untilMs) {
			billingStoppedUntilMs = untilMs;
		},
		/** From now on clicks cost `factor` times as much, and the platform finds room to pay for them. */
		runAway({ factor, untilMs, campaignId }) {
			runaways.push({ fromMs: nowMs, untilMs, factor, campaignId });
		},
		reported({ fromMs, untilMs }) {
			const rows = [];
			for (const { campaign, hours } of parts) {
				for (let index = firstFrom(hours, fromMs); index < hours.length && hours[index].startMs < untilMs; index++) {
					const row = visibleRow(campaign, hours[index], nowMs);
					if (row !== null) rows.push(row);
				}
			}
			return rows;
		},
		/** What was really spent and could have been, by campaign and hour. */
		trueHours: ({ fromMs }) =>
			parts.flatMap(({ campaign, hours }) =>
				hours.slice(firstFrom(hours, fromMs)).map(({ startMs, costMicros, demandMicros }) => ({
					campaignId: campaign.id,
					startMs,
					costMicros,
					demandMicros,
				})),
			),
		truth: () => ({
			id: account.id,
			scenario: scenario.name,
			sentence: scenario.sentence,
			platform,
			currency: account.currency,
			timeZone,
			startMs: beginMs,
			nowMs,
			target: scenario.target ?? null,
			campaigns,
			budgets,
			edits,
			days: truth.days(),
		}),
	};

	for (const spec of scenario.campaigns) addCampaign(spec);
	account.play(beginMs);
	return account;
}
