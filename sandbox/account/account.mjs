import { assumptionsOf } from './assumptions.mjs';
import { calendarOf, HOUR_MS } from './calendar.mjs';
import { createChance } from './chance.mjs';
import { deliverStretch, openDayFactor } from './delivery.mjs';
import { createEditing } from './editing.mjs';
import { createLedger, openDay } from './limits.mjs';
import { sharedValuePattern } from './market.mjs';
import { describeBudget, describeCampaign } from './objects.mjs';
import { createPart } from './part.mjs';
import { firstFrom, visibleRow } from './reports.mjs';
import { createTruth } from './truth.mjs';

/** Delivery is decided anew this often, so that an edit at 20 past takes effect within the hour. */
const STEP_MS = 20 * 60_000;
/** Weeks that were delivered under the starting budgets before an account begins. */
const HISTORY_DAYS = 42;

/**
 * An ad account that delivers as its platform does, without HTTP. Times are instants, money is integer micros.
 *
 * @param scenario see sandbox/scenarios/README.md
 * @param options `seed`; `platform` and `timeZone`, else the scenario's; `startMs`, when the account begins, else the scenario's `start`; `assumptions`, figures
 *   in place of those assumed
 * @returns see sandbox/README.md for what it offers
 */
export function createAccount(
	scenario,
	{
		seed = 1,
		platform = scenario.platform ?? 'google_ads',
		timeZone = scenario.timeZone ?? 'Europe/Berlin',
		startMs,
		assumptions,
	} = {},
) {
	const rules = assumptionsOf(platform, assumptions);
	const calendar = calendarOf(timeZone);
	const chance = createChance(seed);
	const shared = sharedValuePattern(rules, chance);
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

	function addCampaign(spec) {
		let group = spec.sharedBudget && groups.find(({ budget }) => budget.name === spec.sharedBudget);
		if (!group) {
			group = { budget: describeBudget(spec, String(901 + budgets.length)), ledger: createLedger(), rules, parts: [] };
			groups.push(group);
			budgets.push(group.budget);
		}
		const campaign = describeCampaign(spec, spec.id ?? String(101 + campaigns.length), group.budget.id);
		const part = createPart(campaign, spec, { shared, chance, rules, runaways });
		campaigns.push(campaign);
		parts.push(part);
		group.parts.push(part);
		return campaign;
	}

	/** Opens a budget's ledger of today, unless it is open. */
	function openLedger({ ledger, budget, parts: sharing }) {
		const day = calendar.dayAt(nowMs);
		if (ledger.day === day) return;
		const openFactor = ({ weekday }) =>
			sharing.some(({ plan }) => plan.days[weekday] > 0) ? openDayFactor(sharing, rules) : 0;
		openDay(ledger, budget, rules, day, { noise: chance(budget.id, 'aim', day.date).normal(), openFactor });
	}

	/** Delivers one stretch that no edit, event or step divides. */
	function deliver(untilMs) {
		const day = calendar.dayAt(nowMs);
		truth.openDay(day);
		for (const group of groups) {
			openLedger(group);
			deliverStretch({ ...group, canServe: nowMs >= billingStoppedUntilMs }, nowMs, untilMs, (part, delivered) => {
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
		id: scenario.accountId ?? '1234567890',
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
		...createEditing({ account: () => account, groups, parts, rules, openLedger }),
		addCampaign,
		setDisapproved(campaignId, disapproved) {
			campaigns.find(({ id }) => id === campaignId).disapproved = disapproved;
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
