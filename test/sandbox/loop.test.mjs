import assert from 'node:assert/strict';
import { test } from 'node:test';

import { LIMITED_CAMPAIGN } from '../../sandbox/scenarios/accounts.mjs';
import threeCampaigns from '../../sandbox/scenarios/three-campaigns.mjs';
import { HOUR_MS, spendOf } from './accounts.mjs';
import { playLoop } from './playLoop.mjs';

const START_MS = Date.parse('2026-10-01T00:00:00+02:00');
const EVEN_DAY = 20_000 / 31;

const afterHours = (hours) => START_MS + hours * HOUR_MS;
const totalOf = (days) => spendOf(days.flatMap(({ campaigns }) => campaigns)) / 1e6;
const budgetEdits = ({ edits }, author) => edits.filter((edit) => edit.author === author && edit.field === 'budget');
const firstSaid = (runs, code, fromMs = 0) => runs.find(({ nowMs, said }) => nowMs >= fromMs && said.includes(code));

/** An amount for these days and no other, so that a short play has an end to be judged by. */
const flight = (days, amount = days * EVEN_DAY) => ({
	monthlyAmount: undefined,
	flight: {
		start: '2026-10-01',
		end: `2026-10-0${days}`,
		amount: amount.toFixed(2),
	},
});

for (const { kind, because } of [
	{ kind: { kind: 'unavailable', of: 'pushes' }, because: 'nothing was changed, and the next run sends it again' },
	{ kind: { kind: 'refused-operation' }, because: 'an operation that failed is no different' },
	{ kind: { kind: 'timeout-after-change' }, because: 'the value read says that it arrived' },
]) {
	test(`a push that is lost by ${kind.kind} is in force within two hours: ${because}`, () => {
		const { account, state } = playLoop({ faults: [{ ...kind, afterHours: 24 }] }, { days: 1.2 });
		const after = budgetEdits(account, 'api').filter(({ atMs }) => atMs >= afterHours(24));
		assert.equal(after.length, 1, 'made once');
		assert.ok(after[0].atMs <= afterHours(26.4));
		assert.ok(state.pushes.every(({ status }) => status === 'confirmed' || status === 'failed'));
	});
}

test('a doubled budget is told at the next run, with what it does to the month: the person may not know', () => {
	const { runs } = playLoop({ faults: [{ kind: 'persons-edit', afterHours: 11 }] }, { days: 0.6 });
	assert.equal(firstSaid(runs, 'edited-by-someone').nowMs, afterHours(11) + 20 * 60_000);
});

test('a doubled budget costs at most 2% where plans are followed again: the days ahead give it back', () => {
	const guards = { peoplesEdits: 'resume', resumeAfterHours: 12 };
	const faults = [{ kind: 'persons-edit', afterHours: 11 }];
	const { days, account } = playLoop({ faults }, { days: 6, guards, definition: flight(6) });
	assert.ok(budgetEdits(account, 'person').length === 1);
	const deviation = totalOf(days) / (6 * EVEN_DAY) - 1;
	assert.ok(Math.abs(deviation) <= 0.02, `${deviation}`);
});

test('the first day of a new account is about an even one: nothing is known that speaks for more', () => {
	const { days, account } = playLoop({ historyDays: 0 }, { days: 1 });
	for (const { to } of budgetEdits(account, 'api')) assert.ok(to / 1e6 <= 1.25 * EVEN_DAY, `${to}`);
	assert.ok(totalOf(days) <= 1.25 * EVEN_DAY);
});

test('what a campaign cannot take is said and goes to the others: a budget that nobody spends is lost', () => {
	const campaigns = [
		{ ...LIMITED_CAMPAIGN, name: 'Brand', budget: 325, demand: 130 },
		{ ...LIMITED_CAMPAIGN, name: 'Generic', budget: 320, demand: 1300 },
	];
	const { days, state } = playLoop({ campaigns }, { days: 5, definition: flight(5) });
	assert.deepEqual(
		state.plan.campaigns.map(({ limitedBy, reasons }) => [
			limitedBy,
			reasons.some(({ code }) => code === `limited-by-${limitedBy}`),
		]),
		[
			['demand', true],
			['budget', true],
		],
	);
	const deviation = totalOf(days) / (5 * EVEN_DAY) - 1;
	assert.ok(Math.abs(deviation) <= 0.02, `${deviation}`);
});

test('the hours after the last report are reserved: they were spent, though nobody has said so', () => {
	const faults = [{ kind: 'late-report', byHours: 5, hours: 48 }];
	let reserved = 0;
	const shares = [];
	playLoop(
		{ faults },
		{
			days: 1,
			onRun({ nowMs, account, state: { plan } }) {
				if (nowMs < afterHours(12)) return;
				const spent = totalOf(account.truth().days.filter(({ startMs }) => startMs >= START_MS));
				shares.push((Number(plan.spent) + Number(plan.unreported)) / spent);
				reserved = Math.max(reserved, Number(plan.unreported));
			},
		},
	);
	const mean = shares.reduce((sum, share) => sum + share) / shares.length;
	assert.ok(Math.abs(mean - 1) < 0.2, `${shares}`);
	assert.ok(reserved > 0.2 * EVEN_DAY);
});

test('one of the two edits of a day is left after the night: the afternoon knows more', () => {
	const { account } = playLoop({}, { days: 3 });
	const perMorning = [0, 1, 2].map(
		(day) =>
			budgetEdits(account, 'api').filter(({ atMs }) => atMs >= afterHours(24 * day) && atMs < afterHours(24 * day + 12))
				.length,
	);
	assert.ok(Math.max(...perMorning) <= 1, perMorning.join());
});

test('a runaway is told within two hours of being visible, also where only the month has an amount', () => {
	const faults = [{ kind: 'runaway', afterHours: 9, hours: 36, factor: 4 }];
	const { runs } = playLoop({ faults }, { days: 0.6 });
	const told = firstSaid(runs, 'alert-firing');
	assert.ok(told.nowMs >= afterHours(9) && told.nowMs <= afterHours(12.4), new Date(told.nowMs).toISOString());
});

for (const { pauses, because } of [
	{ pauses: true, because: 'paused, and resumed at the start of the next' },
	{ pauses: false, because: 'lowered to a cent, and back on the first day of the next' },
]) {
	test(`a week without money left spends next to nothing: ${because}`, () => {
		const { days } = playLoop(
			{ start: '2026-10-10T00:00:00+02:00' },
			{ days: 3, pauses, definition: { monthlyAmount: undefined, weeklyAmount: '3000' } },
		);
		const [saturday, sunday, monday] = days.map((day) => totalOf([day]));
		assert.ok(saturday < 10, `Saturday ${saturday}`);
		assert.equal(sunday, 0);
		assert.ok(monday > 0.75 * (3000 / 7) && monday < 1.5 * (3000 / 7), `Monday ${monday}`);
	});
}

test('a day that a person cut is followed by a normal one: it says nothing about the next', () => {
	const faults = [{ kind: 'persons-edit', afterHours: 14, amount: 50 }];
	const { days } = playLoop({ faults }, { days: 2, guards: { peoplesEdits: 'adopt' } });
	assert.ok(totalOf([days[0]]) < 0.7 * EVEN_DAY);
	assert.ok(totalOf([days[1]]) > 0.8 * EVEN_DAY, `${totalOf([days[1]])}`);
});

test('a campaign that a person paused is said, and paced again at once when it is back, however old the reports', () => {
	const faults = [{ kind: 'pause', afterHours: 3, hours: 80 }];
	const { runs, account } = playLoop({ faults }, { days: 3.6, pauses: true });
	assert.ok(firstSaid(runs, 'paused-by-someone').nowMs <= afterHours(3.4));
	const pushed = budgetEdits(account, 'api').find(({ atMs }) => atMs > afterHours(83));
	assert.ok(pushed.atMs <= afterHours(85.4));
});

test('a report that is not whole changes nothing, and the next one does', () => {
	const faults = [{ kind: 'truncated-report', rows: 50, hours: 8 }];
	const { state } = playLoop(
		{ faults },
		{
			days: 0.4,
			onRun: ({ nowMs, state: { plan } }) => {
				if (nowMs < afterHours(8)) assert.equal(Number(plan.spent), 0);
			},
		},
	);
	assert.ok(Number(state.plan.spent) > 0);
});

test('a campaign that stops while others deliver is told within four hours, and once more when it delivers again', () => {
	const faults = [{ kind: 'disapproval', afterHours: 34, hours: 10, campaignId: '101' }];
	const { runs } = playLoop({ campaigns: threeCampaigns.campaigns, faults }, { days: 2 });
	const told = runs.flatMap(({ nowMs, said }) =>
		said.filter((code) => code.startsWith('told-no-delivery')).map((code) => ({ nowMs, code })),
	);
	assert.deepEqual(
		told.map(({ code }) => code),
		['told-no-delivery-firing', 'told-no-delivery-resolved'],
	);
	assert.ok(told[0].nowMs <= afterHours(38));
	assert.ok(told[1].nowMs >= afterHours(44));
});
