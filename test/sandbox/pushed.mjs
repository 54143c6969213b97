// Requests that the package itself writes for an account of the sandbox, and how they are sent to an app.
import core from '../../dist/src/index.js';
import { NOW_MS } from './stubAccount.mjs';

const HOUR_MS = 3_600_000;

/** A day's amount with as many decimals as the currency has, and another; large enough for every platform's minimum. */
export const AMOUNTS = {
	EUR: ['121.37', '110.05'],
	USD: ['121.37', '110.05'],
	JPY: ['12137', '11005'],
	KWD: ['121.375', '110.055'],
	TWD: ['4121.37', '3910.05'],
	HUF: ['50121.37', '47110.05'],
};

/**
 * The request that sets the daily budget of an object to the day's amount of a plan.
 *
 * @param currency of the account
 * @param target   without objects
 * @param id       of the object
 * @param current  the object as the platform returned it
 */
export function budgetRequest(currency, target, id, current, more = {}) {
	const [dailyAmount] = AMOUNTS[currency];
	const state = core.createState({ budgetId: 'b', currency, timeZone: 'UTC', dailyAmount });
	const lastHour = { startMs: NOW_MS - HOUR_MS, endMs: NOW_MS, spend: '0' };
	const told = core.ingest(state, [lastHour], NOW_MS).state;
	const planned = core.optimizeAllocation(told, { strategy: 'even_distribution', nowMs: NOW_MS }).state;
	const { push } = core.preparePush(planned, {
		target: { ...target, ...more, objects: [{ id, current }] },
		nowMs: NOW_MS,
		dryRun: false,
		guards: { maxChangeFraction: 10, coolDownMinutes: 0 },
	});
	if (push.requests.length === 0) throw new Error(`Nothing was pushed: ${push.held.map(({ message }) => message)}`);
	return push.requests.at(-1);
}

/** The request that pauses or resumes an object. */
export function statusRequest(target, level, id, status) {
	const { profile, setStatus } = core.PUSH_PLATFORMS[target.platform];
	const edit = { level, id, status, apiVersion: profile.apiVersion.value ?? '', validateOnly: false };
	return setStatus({ ...edit, target: core.PushTarget.parse({ ...target, objects: [{ id }] }) });
}

/**
 * Sends a request as n8n's HTTP Request node does.
 *
 * @param headers those that the user adds: tokens, and IDs of the user's app
 */
export function send(app, { method, url, headers: written, query = {}, body, contentType }, headers) {
	const address = new URL(url);
	for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
	return app.request(`http://sandbox${address.pathname}${address.search}`, {
		method,
		headers: {
			...(contentType !== undefined && body !== null && { 'Content-Type': contentType }),
			...written,
			...headers,
		},
		...(method !== 'GET' &&
			body !== null && { body: Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)) }),
	});
}
