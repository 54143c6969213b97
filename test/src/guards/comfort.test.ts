import { createState, ingest, optimizeAllocation, preparePush, updateDefinition } from '../../../src/index';
import type { PeriodMoney } from '../../../src/guards/moneyLeft';
import type { StandingAlert } from '../../../src/alerts/standingAlerts';
import type { PushRecord } from '../../../src/records/pushRecord';
import { HOUR_MS, hourly } from '../../support/deliveries';
import { MORNING_MS, push } from '../../support/plans';
import { pushedAt } from '../../support/pushRecords';

const NOON_MS = MORNING_MS + 12 * HOUR_MS;

const google = (current: number) => ({
	platform: 'google_ads' as const,
	lever: 'dayTotal' as const,
	accountId: '1',
	objects: [{ id: '222', current: current * 1e6 }],
});

const month = (left: number): PeriodMoney => ({
	horizon: 'month',
	target: 3000_00,
	spent: 3000_00 - 100 * left,
	spentToday: 0,
	daysAhead: 3,
});

describe('a cut is not held by our own comfort where money is in danger', () => {
	const minutesAgo = (minutes: number, more: Partial<PushRecord> = {}) =>
		pushedAt(NOON_MS - minutes * 60_000, '220.00', '200.00', more);
	test.each`
		pushes                                                                                                     | spent  | left         | to           | held                     | because
		${[]}                                                                                                      | ${0}   | ${undefined} | ${'100.00'}  | ${['max-change']}        | ${'in peace a cut is gradual'}
		${[]}                                                                                                      | ${95}  | ${undefined} | ${'60.00'}   | ${[]}                    | ${'the day is nearly spent: at once'}
		${[]}                                                                                                      | ${0}   | ${150}       | ${'60.00'}   | ${[]}                    | ${'the budget in force exceeds what the month has left'}
		${[]}                                                                                                      | ${0}   | ${201}       | ${'100.00'}  | ${['max-change']}        | ${'the month has enough for today'}
		${[minutesAgo(5)]}                                                                                         | ${0}   | ${undefined} | ${undefined} | ${['cool-down']}         | ${'in peace the cool-down holds'}
		${[minutesAgo(5)]}                                                                                         | ${100} | ${undefined} | ${'58.20'}   | ${[]}                    | ${'no cool-down'}
		${[minutesAgo(300), minutesAgo(200)]}                                                                      | ${0}   | ${undefined} | ${undefined} | ${['edits-per-day']}     | ${'in peace the quota of the day holds'}
		${[minutesAgo(300), minutesAgo(200)]}                                                                      | ${100} | ${undefined} | ${'58.20'}   | ${[]}                    | ${'no quota of ours'}
		${[minutesAgo(5, { status: 'prepared', planId: 'earlier' })]}                                              | ${100} | ${undefined} | ${'58.20'}   | ${[]}                    | ${'the outcome of the last push does not matter'}
		${[minutesAgo(5, { status: 'failed' }), minutesAgo(4, { status: 'failed', from: '200.00', to: '60.00' })]} | ${100} | ${undefined} | ${'58.20'}   | ${[]}                    | ${'no waiting after failures'}
		${[minutesAgo(90, { to: '150.00', from: '100.00' })]}                                                      | ${100} | ${undefined} | ${undefined} | ${['edited-by-someone']} | ${"a person's edit is respected all the same"}
	`('$spent spent, $left left: $because', ({ pushes, spent, left, to, held }) => {
		const { push: prepared } = push({
			dayAmount: left === undefined ? '100.00' : '60.00',
			...(spent > 0 && { dayAmount: '60.00' }),
			...(spent === 0 && left === undefined && { dayAmount: '60.00' }),
			target: google(200),
			nowMs: NOON_MS,
			pushes,
			spent: (spent as number) * 0.6,
			period: left === undefined ? null : month(left as number),
		});
		expect(prepared.requests.map((request) => request.to)).toEqual(to === undefined ? [] : [to]);
		expect(prepared.held.map(({ code }) => code)).toEqual(held);
	});

	test.each`
		spent | unreported | demandLeft | to          | held              | because
		${96} | ${0}       | ${0.5}     | ${'60.00'}  | ${[]}             | ${'half of the demand is still to come'}
		${60} | ${36}      | ${0.5}     | ${'60.00'}  | ${[]}             | ${'what no report covers yet is spent too'}
		${60} | ${0}       | ${0.5}     | ${'100.00'} | ${['max-change']} | ${'nothing is in danger'}
		${96} | ${0}       | ${0.1}     | ${'100.00'} | ${['max-change']} | ${'every evening a daily budget is nearly gone'}
	`(
		'$spent% spent and $unreported% unreported, with $demandLeft of the demand to come: $because',
		({ spent, unreported, demandLeft, to, held }) => {
			const { push: prepared } = push({
				dayAmount: '60.00',
				target: google(200),
				nowMs: NOON_MS,
				spent: 0.6 * (spent as number),
				unreported: 0.6 * (unreported as number),
				demandLeft: demandLeft as number,
			});
			expect(prepared.requests.map((request) => request.to)).toEqual([to]);
			expect(prepared.held.map(({ code }) => code)).toEqual(held);
		},
	);

	test.each`
		minimum      | inForce | to           | held                           | said                                                                      | because
		${undefined} | ${200}  | ${'0.01'}    | ${['below-minimum']}           | ${'does not accept a daily budget of US$0.00: US$0.01 is set instead'}    | ${'what is in force would go on spending'}
		${undefined} | ${0.01} | ${undefined} | ${['max-change', 'unchanged']} | ${'The daily budget stays at US$0.01'}                                    | ${'it cannot be lowered any further'}
		${5}         | ${200}  | ${'5.00'}    | ${['below-minimum']}           | ${"the platform's minimum daily budget of US$5.00, which is set instead"} | ${'the platform accepts no less'}
	`('without money $inForce is lowered to $to with a minimum of $minimum, because $because', (row) => {
		const { minimum, inForce, to, held, said } = row as {
			minimum?: number;
			inForce: number;
			to?: string;
			held: string[];
			said: string;
		};
		const { push: prepared } = push({
			dayAmount: '0.00',
			target: google(inForce),
			nowMs: NOON_MS,
			period: month(0),
			guards: { ...(minimum !== undefined && { minimumAmount: minimum }) },
		});
		expect(prepared.requests.map((request) => request.to)).toEqual(to === undefined ? [] : [to]);
		expect(prepared.held.map(({ code }) => code)).toEqual(held);
		expect(prepared.held.at(-1)!.message).toContain(said);
	});

	test.each`
		overdelivery | inForce | spent | demandLeft | to           | because
		${2}         | ${60}   | ${60} | ${0.5}     | ${'58.20'}   | ${'what is in force is what the day was to spend, and the platform goes on'}
		${2}         | ${59}   | ${60} | ${0.5}     | ${'58.20'}   | ${'a little below it does not stop it either'}
		${2}         | ${58.2} | ${70} | ${0.5}     | ${undefined} | ${'it was lowered already'}
		${2}         | ${40}   | ${60} | ${0.5}     | ${undefined} | ${'it is below what is spent, and is not raised'}
		${2}         | ${60}   | ${59} | ${0.5}     | ${undefined} | ${'the day is not spent yet'}
		${2}         | ${60}   | ${61} | ${0.1}     | ${undefined} | ${'every evening a daily budget is spent'}
		${1}         | ${60}   | ${60} | ${0.5}     | ${undefined} | ${'the platform ends at the budget by itself'}
	`('of a day of 60.00 with $spent spent, $inForce in force is lowered to $to: $because', (row) => {
		const { overdelivery, inForce, spent, demandLeft, to } = row;
		const { push: prepared } = push({
			dayAmount: '60.00',
			target: google(inForce as number),
			nowMs: NOON_MS,
			spent: spent as number,
			demandLeft: demandLeft as number,
			guards: { overdelivery: overdelivery as number },
		});
		expect(prepared.requests.map((request) => request.to)).toEqual(to === undefined ? [] : [to]);
	});

	test("the platform's own quota still holds", () => {
		const pushes = [minutesAgo(5)];
		const { push: prepared } = push({
			dayAmount: '60.00',
			target: google(200),
			nowMs: NOON_MS,
			pushes,
			spent: 60,
			guards: { editsPerHour: 1 },
		});
		expect(prepared.held).toMatchObject([{ code: 'edits-per-hour' }]);
	});

	test('a cut is sent without a value read if it is one, whatever became of the last push', () => {
		const open = (from: string, to: string) => [pushedAt(NOON_MS - 2 * HOUR_MS, from, to, { status: 'unknown' })];
		const target = { ...google(0), objects: [{ id: '222' }] };
		const cut = (from: string, to: string) =>
			push({ dayAmount: '60.00', target, nowMs: NOON_MS, pushes: open(from, to), spent: 60 }).push;
		expect(cut('80.00', '90.00').requests).toMatchObject([{ from: '90.00', to: '58.20' }]);
		expect(cut('50.00', '90.00').held).toMatchObject([{ code: 'push-unconfirmed' }]);
	});
});

describe('fewer, better edits', () => {
	test.each`
		dayAmount   | current | guards                          | sent     | because
		${'102.90'} | ${100}  | ${{}}                           | ${false} | ${'2.9% is not worth an edit'}
		${'103.00'} | ${100}  | ${{}}                           | ${true}  | ${'3% is'}
		${'97.01'}  | ${100}  | ${{}}                           | ${false} | ${'2.99% less is none'}
		${'97.00'}  | ${100}  | ${{}}                           | ${true}  | ${'3% less is'}
		${'100.01'} | ${100}  | ${{ leastChangeFraction: 0 }}   | ${true}  | ${'the user wants every cent'}
		${'110.00'} | ${100}  | ${{ leastChangeFraction: 0.2 }} | ${false} | ${'the user wants few'}
	`('$dayAmount instead of $current: $because', ({ dayAmount, current, guards, sent }) => {
		const { push: prepared } = push({ dayAmount, target: google(current), guards });
		expect(prepared.requests).toHaveLength(sent ? 1 : 0);
		expect(prepared.held.map(({ code }) => code)).toEqual(sent ? [] : ['least-change']);
	});

	test.each`
		hour  | edits | editsPerDay | spent  | code                    | because
		${0}  | ${0}  | ${2}        | ${0}   | ${null}                 | ${'the first edit of the day'}
		${11} | ${1}  | ${2}        | ${0}   | ${'kept-for-afternoon'} | ${'the last one is kept until noon'}
		${12} | ${1}  | ${2}        | ${0}   | ${null}                 | ${'noon has come'}
		${11} | ${0}  | ${1}        | ${0}   | ${null}                 | ${'of a single edit none is kept'}
		${11} | ${1}  | ${3}        | ${0}   | ${null}                 | ${'one more is left for the morning'}
		${11} | ${2}  | ${3}        | ${0}   | ${'kept-for-afternoon'} | ${'the last of three'}
		${11} | ${1}  | ${2}        | ${100} | ${null}                 | ${'money is in danger'}
	`('at $hour after $edits of $editsPerDay edits: $because', ({ hour, edits, editsPerDay, spent, code }) => {
		const zone = 'Europe/Berlin';
		const startMs = Date.parse('2026-11-27T00:00:00+01:00');
		const pushes = Array.from({ length: edits as number }, (_, step) =>
			pushedAt(startMs + (step + 1) * 60_000, '210.00', '200.00'),
		);
		const { push: prepared } = push({
			dayAmount: '150.00',
			timeZone: zone,
			nowMs: startMs + (hour as number) * HOUR_MS,
			pushes,
			spent: 1.5 * (spent as number),
			target: google(200),
			guards: { editsPerDay, coolDownMinutes: 0 },
		});
		expect(prepared.held.map((held) => held.code)).toEqual(code === null ? [] : [code]);
		expect(prepared.requests).toHaveLength(code === null ? 1 : 0);
	});
});

describe("what becomes of a person's edit is a policy", () => {
	const EDITED_MS = NOON_MS - 5 * HOUR_MS;
	const edited = (seenMs: number) => [
		pushedAt(NOON_MS - 40 * HOUR_MS, '80.00', '90.00', { edit: { value: '180.00', seenMs } }),
	];
	const noon = (guards: object, seenMs = EDITED_MS, more: object = {}) =>
		push({
			dayAmount: '100.00',
			target: google(180),
			nowMs: NOON_MS,
			pushes: edited(seenMs),
			guards,
			period: month(1000),
			...more,
		});

	test.each`
		guards                                               | seenMs                     | code                   | because
		${{}}                                                | ${EDITED_MS}               | ${'edited-by-someone'} | ${'respect is the default'}
		${{ peoplesEdits: 'respect' }}                       | ${NOON_MS - 900 * HOUR_MS} | ${'edited-by-someone'} | ${'for good'}
		${{ peoplesEdits: 'resume' }}                        | ${EDITED_MS}               | ${'edit-kept-for-now'} | ${'a day by default'}
		${{ peoplesEdits: 'resume', resumeAfterHours: 5 }}   | ${EDITED_MS}               | ${null}                | ${'five hours are over'}
		${{ peoplesEdits: 'resume', resumeAfterHours: 5.1 }} | ${EDITED_MS}               | ${'edit-kept-for-now'} | ${'not quite'}
		${{ peoplesEdits: 'adopt' }}                         | ${EDITED_MS}               | ${'edit-adopted'}      | ${"it is today's amount"}
		${{ peoplesEdits: 'adopt' }}                         | ${NOON_MS - 13 * HOUR_MS}  | ${null}                | ${'its day is over'}
	`('$guards: $because', ({ guards, seenMs, code }) => {
		const { push: prepared } = noon({ maxChangeFraction: 1, ...guards }, seenMs as number);
		expect(prepared.held.map((held) => held.code)).toEqual(code === null ? [] : [code]);
		expect(prepared.requests).toMatchObject(code === null ? [{ from: '180.00', to: '100.00' }] : []);
	});

	test('it says what the edit does to the month', () => {
		expect(noon({}).push.held[0]!.message).toMatch(
			/somebody changed it, so it is left alone; .*\. Spent in full every day, the month would end at US\$2,720\.00 of US\$3,000\.00$/,
		);
		expect(noon({}, EDITED_MS, { period: null }).push.held[0]!.message).not.toMatch(/month/);
	});

	test('it is told at once and then every morning, not every hour', () => {
		let pushes: readonly PushRecord[] = [pushedAt(MORNING_MS - 20 * HOUR_MS, '80.00', '90.00')];
		let alerts: readonly StandingAlert[] = [];
		const told: string[] = [];
		for (let hour = 0; hour < 34; hour++) {
			const nowMs = MORNING_MS + 14 * HOUR_MS + hour * HOUR_MS;
			const date = new Date(nowMs).toISOString().slice(0, 10);
			const run = push({ date, dayAmount: '100.00', target: google(180), nowMs, pushes, alerts });
			({ pushes, alerts } = run);
			expect(run.push.held).toMatchObject([{ code: 'edited-by-someone', needsPerson: true }]);
			if (run.push.held[0]!.notify) told.push(new Date(nowMs).toISOString().slice(8, 16));
		}
		expect(told).toEqual(['27T14:20', '28T07:20']);
	});

	test('an edit that is taken back is none', () => {
		const { pushes, push: prepared } = push({
			dayAmount: '100.00',
			target: google(90),
			nowMs: NOON_MS,
			pushes: edited(EDITED_MS),
		});
		expect(pushes[0]).not.toHaveProperty('edit');
		expect(prepared.requests).toMatchObject([{ from: '90.00', to: '100.00' }]);
	});
});

describe('a plan is pushed under the facts of now', () => {
	const definition = {
		budgetId: 'b',
		currency: 'USD',
		timeZone: 'UTC',
		dailyAmount: '100.00',
		monthlyAmount: '3000.00',
	} as const;
	const delivered = (spend: number) => hourly(NOON_MS - 20 * 60_000 - 12 * HOUR_MS, 12, () => ({ spend }));
	const planned = (() => {
		const { state } = ingest(createState(definition), delivered(4), NOON_MS);
		return optimizeAllocation(state, { strategy: 'even_distribution', nowMs: NOON_MS });
	})();
	const approved = (state: typeof planned.state) => () =>
		preparePush(state, { target: google(80), planId: planned.plan.planId, nowMs: NOON_MS, dryRun: false }).push;

	test('it is pushed while they hold', () => {
		expect(approved(planned.state)().requests).toMatchObject([{ to: '100.00' }]);
	});

	test.each`
		change                                 | because
		${{ dailyAmount: '40.00' }}            | ${'less money'}
		${{ monthlyAmount: '6000.00' }}        | ${'more money'}
		${{ limits: { maxHourlyShare: 0.1 } }} | ${'other limits'}
	`('a plan made under another definition is refused: $because', ({ change }) => {
		const state = updateDefinition(planned.state, { ...definition, ...(change as object) });
		expect(approved(state)).toThrow(/was made before the budget was changed/);
		expect(() => preparePush(state, { target: google(80), nowMs: NOON_MS })).toThrow(/was made before/);
	});

	test('a budget that is for advice only pushes nothing, dry run or not', () => {
		const state = createState({ ...definition, control: 'advice' });
		const { state: withPlan } = optimizeAllocation(state, { strategy: 'even_distribution', nowMs: NOON_MS });
		for (const dryRun of [true, false]) {
			expect(() => preparePush(withPlan, { target: google(80), nowMs: NOON_MS, dryRun })).toThrow(/Advice Only/);
		}
	});

	test('a new name changes nothing', () => {
		expect(approved(updateDefinition(planned.state, { ...definition, name: 'New' }))().requests).toHaveLength(1);
	});

	test("an approval lapses once today's spend has used up the plan", () => {
		const { state } = ingest(planned.state, delivered(9), NOON_MS);
		expect(approved(state)).toThrow(/no longer holds: it gives US\$100\.00 to today, and US\$108\.00 are spent/);
		expect(preparePush(state, { target: google(200), nowMs: NOON_MS, dryRun: false }).push.requests).toMatchObject([
			{ to: '97.00' },
		]);
	});

	test('an approval lapses once the month no longer has what the plan gives', () => {
		const before = hourly(Date.parse('2026-11-26T00:00:00Z'), 24, () => ({ spend: 122 }));
		const { state } = ingest(planned.state, before, NOON_MS);
		expect(approved(state)).toThrow(
			/no longer holds: it gives US\$52\.00 more to today, and the month has US\$\d+\.\d\d left/,
		);
	});
});

describe('the least change that is worth an edit', () => {
	const first = pushedAt(MORNING_MS + HOUR_MS, '90.00', '100.00');
	const other = { ...first, definitionId: 'before' };
	const closing = { ...month(1000), daysAhead: 2 };
	test.each`
		pushes     | period         | demandLeft | wanted      | to           | because
		${[]}      | ${null}        | ${1}       | ${'103.00'} | ${'103.00'}  | ${'the first edit of a day: 3%'}
		${[]}      | ${null}        | ${1}       | ${'102.00'} | ${undefined} | ${'less is no edit'}
		${[first]} | ${null}        | ${1}       | ${'108.00'} | ${undefined} | ${'the second edit of a day has to be worth three times as much'}
		${[first]} | ${null}        | ${1}       | ${'109.00'} | ${'109.00'}  | ${'and it is'}
		${[other]} | ${null}        | ${1}       | ${'108.00'} | ${'108.00'}  | ${'the budget was changed since the first'}
		${[first]} | ${month(1000)} | ${1}       | ${'108.00'} | ${undefined} | ${'days are left to make up for it'}
		${[first]} | ${month(1000)} | ${0.5}     | ${'117.00'} | ${undefined} | ${'half of the day is left, so it moves half as much'}
		${[first]} | ${month(1000)} | ${0.5}     | ${'118.00'} | ${'118.00'}  | ${'which is enough'}
		${[first]} | ${month(1000)} | ${0}       | ${'149.00'} | ${undefined} | ${'nothing is left of the day'}
		${[first]} | ${closing}     | ${0.5}     | ${'103.00'} | ${'103.00'}  | ${'on the last days nothing makes up for it'}
	`('$wanted in place of 100.00: $because', ({ pushes, period, demandLeft, wanted, to }) => {
		const { push: prepared } = push({
			dayAmount: wanted as string,
			planId: '2026-11-27-later',
			target: google(100),
			nowMs: NOON_MS,
			pushes,
			period,
			demandLeft,
		});
		expect(prepared.requests.map((request) => request.to)).toEqual(to === undefined ? [] : [to]);
		if (to === undefined)
			expect(prepared.held).toMatchObject([
				{
					code: 'least-change',
					message: expect.stringMatching(/is a change of less than US\$(3|9|18|100)\.00, which/),
				},
			]);
	});

	const meta = {
		platform: 'meta_ads' as const,
		lever: 'dayTotal' as const,
		accountId: '1',
		objects: [{ id: '222', current: 10_000 }],
	};
	const ending = { ...month(100), daysAhead: 0 };
	test.each`
		date            | target         | edits | period         | isSent   | because
		${'2026-11-30'} | ${google(100)} | ${0}  | ${ending}      | ${true}  | ${'the edit bounds the last day of the month, however small it is'}
		${'2026-11-30'} | ${google(100)} | ${1}  | ${ending}      | ${false} | ${'an earlier one of the day has done so'}
		${'2026-11-29'} | ${google(100)} | ${0}  | ${ending}      | ${false} | ${'the month goes on beyond the day'}
		${'2026-11-30'} | ${google(100)} | ${0}  | ${month(1000)} | ${false} | ${'the period of the budget goes on beyond the month'}
		${'2026-11-30'} | ${meta}        | ${0}  | ${ending}      | ${false} | ${'the platform bounds no month'}
	`(
		'$date, after $edits edits, a cent is an edit: $isSent, because $because',
		({ date, target, edits, period, isSent }) => {
			const nowMs = Date.parse(`${date as string}T12:00:00Z`);
			const earlier = pushedAt(nowMs - 5 * HOUR_MS, '90.00', '100.00');
			const { push: prepared } = push({
				dayAmount: '100.01',
				date,
				target,
				nowMs,
				pushes: edits === 1 ? [earlier] : [],
				period,
			});
			expect(prepared.requests).toHaveLength(isSent ? 1 : 0);
			expect(prepared.held.map(({ code }) => code)).toEqual(isSent ? [] : ['least-change']);
		},
	);

	/** The day of a budget with a small campaign and a large one: 1,000.00 together. */
	const small = (current: number, share: number) => ({
		platform: 'google_ads' as const,
		lever: 'dayTotal' as const,
		accountId: '1',
		objects: [
			{ id: '222', share, current: current * 1e6 },
			{ id: '333', share: 1000 - share, current: (1000 - share) * 1e6 },
		],
	});
	const pushed = pushedAt(MORNING_MS + HOUR_MS, '8.00', '10.00');
	test.each`
		from   | wanted | pushes      | isSent   | because
		${20}  | ${22}  | ${[]}       | ${true}  | ${'the least change of a twentieth of the day is 1.50'}
		${20}  | ${21}  | ${[]}       | ${false} | ${'5% of its own, but nothing to the day'}
		${0.4} | ${0}   | ${[]}       | ${false} | ${'a cut of cents is no edit'}
		${10}  | ${40}  | ${[pushed]} | ${false} | ${'a second edit is measured by half of the day: 45.00'}
		${10}  | ${60}  | ${[pushed]} | ${true}  | ${'and that is worth it'}
	`(
		'of $from in a day of 1,000.00, $wanted is an edit: $isSent, because $because',
		({ from, wanted, pushes, isSent }) => {
			const { push: prepared } = push({
				dayAmount: '1000.00',
				planId: '2026-11-27-later',
				target: small(from as number, wanted as number),
				nowMs: NOON_MS,
				pushes,
				demandLeft: 1,
			});
			const isSmall = ({ object }: { readonly object: string }) => object === 'budget/222';
			expect(prepared.requests.filter(isSmall)).toHaveLength(isSent ? 1 : 0);
			if (isSent !== true) expect(prepared.held.filter(isSmall)).toMatchObject([{ code: 'least-change' }]);
		},
	);
});
