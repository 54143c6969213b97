import assert from 'node:assert/strict';

import { storedBudget } from '../storedBudget.mjs';
import { callWebhook } from './pacingWebhooks.mjs';
import { freshBudget } from './rounds.mjs';

/** Of the answers every so many say that the platform is down. */
const LOST = 5;

const FROM_MICROS = '10000000';
const AMOUNT = '12.00';

/** A budget of a platform that is pushed and confirmed: what the two webhooks are sent. */
const object = (common, number) => {
	const id = String(901 + number);
	const current = { campaignBudget: { id, amountMicros: FROM_MICROS } };
	const answer =
		number % LOST === 0
			? { statusCode: 503, body: {} }
			: { statusCode: 200, body: { results: [{ resourceName: `customers/1234567890/campaignBudgets/${id}` }] } };
	return { prepare: { ...common, objectId: id, dayAmount: AMOUNT, current }, confirm: { ...common, answer } };
};

/** Prepares a push and confirms it twice at once, as if both branches of an HTTP Request node had answered. */
async function pushed(base, { prepare, confirm }) {
	const request = await called(base, 'prepare', prepare);
	assert.equal(request.status, 'request', JSON.stringify(request).slice(0, 600));
	const body = { ...confirm, answer: { ...confirm.answer, pushId: request.pushId } };
	const answers = await Promise.all([called(base, 'confirm', body), called(base, 'confirm', body)]);
	for (const answer of answers) assert.equal(answer.pushId, request.pushId);
}

async function called(base, name, body) {
	const { item, failure } = await callWebhook(base, name, body);
	assert.equal(failure, undefined, `${name}: ${failure}`);
	return item;
}

/** A budget with a plan, and the platform's budgets to push it to. */
async function planned(n8n, base, budgetId, count) {
	const { plan, ingests } = await freshBudget(n8n, base, budgetId, 1);
	await called(base, 'ingest', ingests[0]);
	await called(base, 'plan', plan);
	return Array.from({ length: count }, (_, number) => object(plan, number));
}

/** What became of each push, whatever the order and the plan's name. */
const outcomes = ({ state }) =>
	state.pushes
		.map(({ object: of, lever, why, from, to, status, code }) => [of, lever, why, from, to, status, code].join(' '))
		.sort();

/**
 * Prepares pushes of one budget and confirms them, all at once and then one after the other on another budget.
 *
 * Holds that no push is lost, none is left open, and each is settled once as one after the other.
 *
 * @returns in words what was seen
 */
export async function pushesAtOnce(n8n, base, count) {
	const atOnce = await planned(n8n, base, 'pushes-at-once', count);
	const startedMs = Date.now();
	await Promise.all(atOnce.map(async (one) => await pushed(base, one)));
	const seconds = ((Date.now() - startedMs) / 1000).toFixed(1);
	for (const one of await planned(n8n, base, 'pushes-in-turn', count)) await pushed(base, one);

	const stored = await storedBudget(n8n, 'pushes-at-once');
	const seen = outcomes(stored);
	assert.deepEqual(seen, outcomes(await storedBudget(n8n, 'pushes-in-turn')), 'as one after the other');
	assert.equal(seen.length, count, 'every push is recorded once');
	const lost = Math.ceil(count / LOST);
	const having = (status) => stored.state.pushes.filter((push) => push.status === status).length;
	assert.deepEqual([having('confirmed'), having('failed')], [count - lost, lost], 'every push is settled');
	assert.equal(new Set(stored.state.pushes.map(({ pushId }) => pushId)).size, count, 'every push has an ID of its own');
	return `${count} pushes in ${seconds} s: ${having('confirmed')} confirmed, ${having('failed')} failed, each confirmed by two executions and settled once`;
}
