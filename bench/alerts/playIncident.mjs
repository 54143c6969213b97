import { createRequire } from 'node:module';

import { sum } from 'simple-statistics';

import { streamSeed } from '../market/streamSeed.mjs';
import { seededRandom } from '../random.mjs';
import { CAMPAIGN_IDS, incidentAccount, MONTH_AMOUNT, MONTH_MS, USUAL_DAY } from './incidentAccount.mjs';
import { INCIDENTS } from './incidentKinds.mjs';

const { checkExhaustion, createState, ingest, reportRead } = createRequire(import.meta.url)(
	process.env.BENCH_CORE ?? '../../dist/src/index.js',
);

const HOUR_MS = 3_600_000;
const DAY_HOURS = 24;
const HISTORY_DAYS = 35;
const MONTH_DAYS = 30;

/** Checks are made at this time of each hour, as the example workflow does, with all hours reported that are over. */
const MINUTE_MS = 20 * 60_000;

/** Messages up to so long after an incident are about it. */
const AFTER_HOURS = 24;

/** Checks begin so long before an incident, so that what stands is told: a period is in doubt for a day. */
const BEFORE_HOURS = 48;

/**
 * A month of an account, checked every hour at 20 past: without an incident, or the part of it about one.
 *
 * @param task `seed`, `conversionsPerDay`, and `incident`, a name of INCIDENTS or null
 * @returns without an incident `messagesByDay` (days) of lists of what was told; with one whether it was told `inTime`, and the number of `messages` about it,
 *   those of its end included
 */
export default function playIncident({ seed, conversionsPerDay, incident }) {
	const { share, hourOf } = incidentAccount({ seed, conversionsPerDay });
	const drawn =
		incident === null
			? { fromHour: Infinity, untilHour: Infinity, change: {} }
			: INCIDENTS[incident](seededRandom(streamSeed('incident', incident, seed)), conversionsPerDay);
	const { fromHour, untilHour, change, reports = true } = drawn;
	const firstCheck = incident === null ? 0 : Math.max(0, fromHour - BEFORE_HOURS);
	const endHour = Math.min(MONTH_DAYS * DAY_HOURS, untilHour + AFTER_HOURS);
	const rowsOf = (hour) => hourOf(MONTH_MS + hour * HOUR_MS, hour >= fromHour && hour < untilHour ? change : {});
	const hours = Array.from({ length: (HISTORY_DAYS + MONTH_DAYS) * DAY_HOURS }, (_, position) =>
		rowsOf(position - HISTORY_DAYS * DAY_HOURS),
	);
	const month = hours.slice(HISTORY_DAYS * DAY_HOURS).flat();
	const amount = changesSpend(drawn) ? MONTH_AMOUNT : sum(month.map(({ spend }) => Number(spend)));
	const firstUnread = HISTORY_DAYS * DAY_HOURS + firstCheck;
	let { state } = ingest(
		newState(conversionsPerDay, amount),
		hours.slice(0, firstUnread).flat(),
		MONTH_MS + firstCheck * HOUR_MS,
	);
	const messages = [];
	let unread = [];
	for (let hour = firstCheck; hour < endHour; hour++) {
		unread.push(...hours[HISTORY_DAYS * DAY_HOURS + hour]);
		const nowMs = MONTH_MS + (hour + 1) * HOUR_MS + MINUTE_MS;
		if (reports || hour < fromHour || hour >= untilHour) {
			state = reportRead(ingest(state, unread, nowMs).state, nowMs);
			unread = [];
		}
		const checked = checkExhaustion(state, { nowMs });
		({ state } = checked);
		const { alert, alerts } = checked.exhaustion;
		const told = [{ ...alert, kind: 'exhaustion' }, ...alerts].filter(({ notify }) => notify);
		if (told.length > 0) messages.push({ hour, told: told.map(({ kind, state: as }) => `${kind} ${as}`) });
	}
	return incident === null ? { messagesByDay: byDay(messages) } : judged(messages, drawn, share);
}

/** A month whose spend is as usual has just the amount that it spends, so that it is on pace. */
const changesSpend = ({ change }) => change.demand !== undefined || change.stopped !== undefined;

const newState = (conversionsPerDay, amount) =>
	createState({
		budgetId: 'incidents',
		currency: 'EUR',
		timeZone: 'UTC',
		monthlyAmount: amount.toFixed(2),
		campaigns: CAMPAIGN_IDS.map((campaignId) => ({ campaignId, targetCpa: USUAL_DAY / conversionsPerDay })),
	});

const byDay = (messages) =>
	Array.from({ length: MONTH_DAYS }, (_, day) =>
		messages.filter(({ hour }) => Math.floor(hour / DAY_HOURS) === day).flatMap(({ told }) => told),
	);

function judged(messages, { fromHour, change, within, kinds }, share) {
	const about = messages.filter(({ hour }) => hour >= fromHour);
	const first = about.find(({ told }) => kinds.some((kind) => told.includes(`${kind} firing`)));
	const hours = within.hours ?? hoursOfSpend(within.usualDays, fromHour, change.demand, share);
	const before = messages.filter(({ hour }) => hour < fromHour).flatMap(({ told }) => told);
	const stands = (kind) => before.findLast((one) => one.startsWith(`${kind} `)) === `${kind} firing`;
	return {
		inTime: kinds.some(stands) || (first !== undefined && first.hour < fromHour + hours),
		messages: about.length,
	};
}

/** Hours until so many usual days of spend are missing, or too much. */
function hoursOfSpend(usualDays, fromHour, demand, share) {
	let off = 0;
	let hours = 0;
	while (off < usualDays) off += Math.abs(demand - 1) * share[(fromHour + hours++) % DAY_HOURS];
	return hours;
}
