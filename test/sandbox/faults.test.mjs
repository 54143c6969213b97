import assert from 'node:assert/strict';
import { test } from 'node:test';

import { createFaults } from '../../sandbox/faults/faults.mjs';
import { accountOf, daysOf, DAY_MS, HOUR_MS, spendOf } from './accounts.mjs';

const PUSH = { method: 'POST', path: '/budgets', isMutation: true };
const READ = { method: 'GET', path: '/report', isMutation: false };

test('without a fault nothing goes wrong', () => {
	const faults = createFaults();
	const rows = [{ endMs: 1 }];
	assert.equal(faults.beforeRequest(PUSH), null);
	assert.equal(faults.afterMutation(), null);
	assert.equal(faults.refusedOperation({ object: 'budget/901' }), null);
	assert.equal(faults.pageSize(), null);
	assert.equal(faults.onReport(rows), rows);
});

for (const { kind, ask, expected } of [
	{ kind: 'rate-limited', ask: (faults) => faults.beforeRequest(PUSH), expected: 'rate-limited' },
	{ kind: 'unavailable', ask: (faults) => faults.beforeRequest(READ), expected: 'unavailable' },
	{ kind: 'unauthorized', ask: (faults) => faults.beforeRequest(READ), expected: 'unauthorized' },
	{ kind: 'timeout-after-change', ask: (faults) => faults.afterMutation(), expected: 'timeout' },
	{
		kind: 'refused-operation',
		ask: (faults) => faults.refusedOperation({ object: 'budget/901' }),
		expected: 'internal',
	},
	{ kind: 'truncated-report', ask: (faults) => faults.pageSize(), expected: 50 },
]) {
	test(`${kind} strikes once, and is told`, () => {
		const faults = createFaults();
		faults.next(kind);
		assert.equal(faults.active.length, 1);
		assert.equal(ask(faults), expected);
		assert.equal(ask(faults), null);
		assert.deepEqual(faults.active, []);
		assert.deepEqual(
			faults.happened.map((each) => each.kind),
			[kind],
		);
	});
}

test('a fault of pushes lets reads through, and one of an object other objects', () => {
	const faults = createFaults();
	faults.next('unavailable', { of: 'pushes' });
	faults.next('refused-operation', { object: 'budget/902' });
	assert.equal(faults.beforeRequest(READ), null);
	assert.equal(faults.beforeRequest(PUSH), 'unavailable');
	assert.equal(faults.refusedOperation({ object: 'budget/901' }), null);
	assert.equal(faults.refusedOperation({ object: 'budget/902' }), 'internal');
});

test('a fault lasts for its hours, from its instant on', () => {
	const account = accountOf();
	const faults = createFaults(account);
	faults.next('unavailable', { afterHours: 5, hours: 3 });
	const struck = Array.from({ length: 10 }, () => {
		const answer = faults.beforeRequest(READ);
		account.play(account.nowMs + HOUR_MS);
		return answer !== null;
	});
	assert.deepEqual(struck, [false, false, false, false, false, true, true, true, false, false]);
});

test('a fault with a probability strikes about as often, alike for a seed', () => {
	const struck = (seed) => {
		const faults = createFaults(null, { seed });
		faults.next('unavailable', { probability: 0.15 });
		return Array.from({ length: 2000 }, () => faults.beforeRequest(PUSH) !== null);
	};
	const share = struck(1).filter(Boolean).length / 2000;
	assert.ok(Math.abs(share - 0.15) < 0.03, `${share}`);
	assert.deepEqual(struck(1), struck(1));
	assert.notDeepEqual(struck(1), struck(2));
});

test('an empty report has no rows, a late one not the latest hours', () => {
	const account = accountOf();
	const faults = createFaults(account);
	account.play(account.startMs + 12 * HOUR_MS);
	const rows = account.reported({ fromMs: account.startMs, untilMs: account.nowMs });
	faults.next('empty-report');
	assert.deepEqual(faults.onReport(rows), []);
	faults.next('late-report', { byHours: 3 });
	const late = faults.onReport(rows);
	assert.ok(late.length > 0 && late.length < rows.length);
	assert.ok(late.every(({ endMs }) => endMs <= account.nowMs - 3 * HOUR_MS));
});

test('a person doubles a budget at the planned instant', () => {
	const account = accountOf();
	createFaults(account).next('persons-edit', { afterHours: 11 });
	account.play(account.startMs + 24 * HOUR_MS);
	assert.deepEqual(account.edits, [
		{
			atMs: account.startMs + 11 * HOUR_MS,
			author: 'person',
			field: 'budget',
			object: 'budget/901',
			from: 645e6,
			to: 1290e6,
		},
	]);
});

test('pause, disapproval and billing stop end delivery, and end with their hours', () => {
	for (const kind of ['pause', 'disapproval', 'billing-stop']) {
		const account = accountOf();
		createFaults(account).next(kind, { hours: 24 });
		account.play(account.startMs + 2 * DAY_MS);
		const [first, second] = daysOf(account);
		assert.equal(first.spendMicros, 0, kind);
		assert.ok(second.spendMicros > 0, kind);
	}
});

test('a new campaign delivers under its own budget', () => {
	const account = accountOf();
	createFaults(account).next('new-campaign', { campaign: { name: 'Autumn' } });
	account.play(account.startMs + DAY_MS);
	assert.deepEqual(
		account.campaigns.map(({ name }) => name),
		['Generic', 'Autumn'],
	);
	const today = account.truth().days.at(-1).campaigns;
	assert.equal(today.length, 2);
	assert.ok(spendOf(today) > 1.5 * today[0].spendMicros);
});

test('cleared faults do not strike, planned ones included', () => {
	const account = accountOf();
	const faults = createFaults(account);
	faults.next('persons-edit', { afterHours: 1 });
	faults.next('unavailable');
	faults.clear();
	account.play(account.startMs + 2 * HOUR_MS);
	assert.deepEqual(account.edits, []);
	assert.equal(faults.beforeRequest(PUSH), null);
});

test('an unknown fault is refused with the known ones', () => {
	assert.throws(() => createFaults().next('earthquake'), /There is no fault 'earthquake'. Choose from: rate-limited/);
});
