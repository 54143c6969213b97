import type { INodeExecutionData, ITriggerFunctions } from 'n8n-workflow';

import { PacingTrigger } from '../../nodes/PacingTrigger/PacingTrigger.node';
import { googleRows } from '../support/googleRows';
import { creating, runNode } from '../support/runNode';
import { runTrigger } from '../support/runTrigger';

type Json = Record<string, unknown>;
type Tables = Map<string, Json[]>;

const NOW_MS = Date.parse('2026-11-23T10:20:00+01:00');
const at = (minutes: number) => ({ asOf: new Date(NOW_MS + minutes * 60_000).toISOString() });

const BUDGETS = ['a', 'b'];

/** Two budgets whose spend is running away. */
let running: Tables;
beforeAll(async () => {
	running = new Map();
	for (const budgetId of BUDGETS) {
		await runNode('pacingBudget', creating({ budgetId, name: budgetId.toUpperCase() }), { tables: running });
		const rows = googleRows('2026-11-23', 28, NOW_MS, (_hour, date) => ({
			spend: date === '2026-11-23' ? 75 : 41.67,
			clicks: 40,
			conversions: 2,
		}));
		await runNode('ingestPerformance', { budgetId, options: at(0) }, { items: rows, tables: running });
	}
}, 60_000);

let tables: Tables;
beforeEach(() => (tables = structuredClone(running)));

const tick = async (minutes: number, parameters: Json = {}, settings: Json = {}) => {
	const run = await runTrigger({ options: at(minutes), ...parameters }, { tables, ...settings });
	if (run.error !== undefined) throw run.error;
	return run;
};

/** The budgets that a look tells of. */
const told = async (minutes: number, parameters: Json = {}) =>
	(await tick(minutes, parameters)).items.map(({ budgetId }) => budgetId);

const check = async (minutes: number, alerts: Json = {}) => {
	const { outputs } = await runNode(
		'checkExhaustion',
		{ budgetId: '={{ $json.budgetId }}', alerts, options: at(minutes) },
		{ items: BUDGETS.map((budgetId) => ({ budgetId })), tables },
	);
	return outputs.flat();
};

const mark = async (minutes: number, items: readonly Json[]) =>
	await runNode(
		'pacingBudget',
		{ resource: 'alert', operation: 'markTold', told: '={{ $json.sent }}', options: at(minutes) },
		{ items: items.map(({ told: sent }) => ({ sent })), tables },
	);

const revisions = () => tables.get('budget_pacing')!.map(({ revision }) => revision);

describe('an alert', () => {
	test('starts the workflow once, with a message for Slack and email', async () => {
		const { items } = await tick(0);
		expect(items).toMatchObject(
			BUDGETS.map((budgetId) => ({
				budgetId,
				notify: true,
				severity: 'critical',
				text: expect.stringContaining("Today's budget will run out") as string,
				slack: { blocks: expect.any(Array) as unknown[] },
				mail: { subject: expect.stringMatching(/^\[critical\] [AB]: Budget will run out/) as string },
				told: [{ budgetId, dedupKey: `${budgetId}/exhaustion/2026-11-23`, state: 'firing' }],
			})),
		);
		const before = revisions();
		expect(await told(15)).toEqual([]);
		expect(revisions()).toEqual(before);
	}, 60_000);

	test('starts it again when it is resolved', async () => {
		await tick(0);
		for (const budgetId of BUDGETS) {
			const amounts = { dailyAmount: '5000.00' };
			await runNode('pacingBudget', creating({ budgetId, name: budgetId.toUpperCase(), amounts }), { tables });
		}
		const { items } = await tick(15, { news: ['exhaustion'] });
		expect(items.map(({ text }) => text)).toEqual(BUDGETS.map(() => expect.stringContaining('Resolved.') as string));
		expect(await told(30, { news: ['exhaustion'] })).toEqual([]);
	}, 60_000);

	test('is one item where only one budget is watched', async () => {
		expect(await told(0, { budgetIds: 'b' })).toEqual(['b']);
		expect(await told(15)).toEqual(['a']);
	}, 60_000);
});

describe('beside Check Exhaustion', () => {
	test('what the check told is not told again', async () => {
		expect((await check(0)).map(({ notify }) => notify)).toEqual([true, true]);
		expect(await told(10)).toEqual([]);
	}, 60_000);

	test('what the trigger told is not told by the check', async () => {
		expect(await told(0)).toEqual(BUDGETS);
		expect((await check(10, { tellUntilMarked: true })).map(({ notify }) => notify)).toEqual([false, false]);
	}, 60_000);

	test.each`
		minutes | expected   | because
		${4}    | ${[]}      | ${'the message of the check may still be on its way'}
		${5}    | ${BUDGETS} | ${'nobody has marked it by now'}
	`(
		'what a check leaves unmarked is told once, after $minutes minutes: $because',
		async ({ minutes, expected }) => {
			await check(0, { tellUntilMarked: true });
			expect(await told(minutes as number)).toEqual(expected);
			expect(await told(30)).toEqual(expected === BUDGETS ? [] : BUDGETS);
			expect((await check(60, { tellUntilMarked: true })).map(({ notify }) => notify)).toEqual([false, false]);
		},
		60_000,
	);

	test('what a check has told and marked is not told again', async () => {
		await mark(1, await check(0, { tellUntilMarked: true }));
		expect(await told(15)).toEqual([]);
	}, 60_000);

	test('alerts that are not chosen are left for the check to tell', async () => {
		const before = revisions();
		expect(await told(0, { news: ['period', 'target'] })).toEqual([]);
		expect((await check(1)).map(({ notify }) => notify)).toEqual([true, true]);
		expect(revisions()).not.toEqual(before);
	}, 60_000);

	test('an alert that is not chosen is not resolved either', async () => {
		await check(0);
		for (const budgetId of BUDGETS) {
			const amounts = { dailyAmount: '5000.00' };
			await runNode('pacingBudget', creating({ budgetId, name: budgetId.toUpperCase(), amounts }), { tables });
		}
		expect(await told(15, { news: ['period'] })).toEqual([]);
		expect((await check(16)).map(({ notify }) => notify)).toEqual([true, true]);
	}, 60_000);
});

test('with Tell Until Marked, an alert starts the workflow until it is marked', async () => {
	const alerts = { tellUntilMarked: true };
	await tick(0, { alerts });
	const { items } = await tick(15, { alerts });
	expect(items.map(({ budgetId }) => budgetId)).toEqual(BUDGETS);
	await mark(16, items.slice(0, 1));
	expect(await told(30, { alerts })).toEqual(['b']);
}, 60_000);

test('a resolution that is not marked is told again, although a check that marks nothing came in between', async () => {
	const parameters = { alerts: { tellUntilMarked: true }, news: ['exhaustion'], budgetIds: 'a' };
	await mark(1, (await tick(0, parameters)).items);
	await runNode('pacingBudget', creating({ budgetId: 'a', name: 'A', amounts: { dailyAmount: '5000.00' } }), {
		tables,
	});
	const { items } = await tick(15, parameters);
	expect(items).toMatchObject([{ told: [{ state: 'resolved' }] }]);
	await check(20);
	expect((await tick(30, parameters)).items).toMatchObject([{ told: items[0]!['told'] }]);
	await mark(31, items);
	expect(await told(45, parameters)).toEqual([]);
}, 60_000);

test('two triggers that look at the same time tell of each budget once', async () => {
	const both = await Promise.all([told(0), told(0)]);
	expect(both.flat().sort()).toEqual(BUDGETS);
}, 60_000);

test('reports that stop are told, although no check runs', async () => {
	await tick(0);
	expect((await tick(300)).items).toEqual([]);
	const { items } = await tick(360);
	expect(items.map(({ text }) => text)).toEqual(
		BUDGETS.map(() => expect.stringContaining('cannot be judged') as string),
	);
}, 60_000);

describe('a plan', () => {
	const plan = async (minutes: number, dailyAmount: string) => {
		await runNode('pacingBudget', creating({ budgetId: 'a', name: 'A', amounts: { dailyAmount } }), { tables });
		await runNode('optimizeAllocation', { budgetId: 'a', options: at(minutes) }, { tables });
	};
	const news = { news: ['plan'], budgetIds: 'a' };

	test.each`
		amounts                     | change | messages                                                               | because
		${['1000', '1190']}         | ${20}  | ${[]}                                                                  | ${'it changes by less'}
		${['1000', '1210']}         | ${20}  | ${["Today's plan has changed from €1,000.00 to €1,210.00, 21% more."]} | ${'it changes by more'}
		${['1000', '700']}          | ${20}  | ${["Today's plan has changed from €1,000.00 to €700.00, 30% less."]}   | ${'less is a change too'}
		${['1000', '1150', '1300']} | ${20}  | ${["Today's plan has changed from €1,000.00 to €1,300.00, 30% more."]} | ${'small steps add up'}
		${['1000', '1300', '1310']} | ${20}  | ${["Today's plan has changed from €1,000.00 to €1,300.00, 30% more."]} | ${'it is compared with what was told'}
		${['1000', '1210']}         | ${50}  | ${[]}                                                                  | ${'more than that was asked for'}
	`(
		'of $amounts at $change% is told where $because',
		async ({ amounts, change, messages }) => {
			const texts: unknown[] = [];
			for (const [position, amount] of (amounts as string[]).entries()) {
				await plan(10 * position, amount);
				const { items } = await tick(10 * position + 5, { ...news, planChange: change as number });
				texts.push(...items.map(({ text }) => text));
			}
			expect(texts).toEqual((messages as string[]).map((message) => `*A*: ${message}`));
		},
		60_000,
	);

	test('that changed is told until it is marked, and no event for PagerDuty', async () => {
		const parameters = { ...news, alerts: { tellUntilMarked: true }, include: ['pagerduty'] };
		await plan(0, '1000');
		await tick(1, parameters);
		await plan(2, '2000');
		expect((await tick(3, parameters)).items).toMatchObject([
			{ severity: 'info', pagerduty: null, pagerdutyEvents: [] },
		]);
		const { items } = await tick(15, parameters);
		expect(items).toMatchObject([{ told: [{ budgetId: 'a', state: 'firing' }] }]);
		await check(20);
		await mark(21, items);
		expect(await told(30, parameters)).toEqual([]);
	}, 60_000);

	test('of another day is no change', async () => {
		await plan(0, '1000');
		await tick(1, news);
		await plan(24 * 60, '2000');
		expect(await told(24 * 60 + 1, news)).toEqual([]);
	}, 60_000);
});

describe('a test in the editor', () => {
	const manual = { mode: 'manual' };

	test('shows what is new and stores nothing', async () => {
		const before = revisions();
		const { items, hints } = await tick(0, {}, manual);
		expect(items.map(({ budgetId }) => budgetId)).toEqual(BUDGETS);
		expect(hints).toEqual(['This is a test: nothing counts as told, so the active workflow tells it once more.']);
		expect(revisions()).toEqual(before);
		expect(await told(1)).toEqual(BUDGETS);
	}, 60_000);

	test.each`
		budgetIds | hint                                                                                                               | because
		${''}     | ${"Nothing is new about the 2 budgets in the data table 'budget_pacing': what was told before is not told again."} | ${'it looks at all'}
		${'b'}    | ${"Nothing is new about the budget in the data table 'budget_pacing': what was told before is not told again."}    | ${'it looks at one'}
	`(
		'says that nothing is new where $because',
		async ({ budgetIds, hint }) => {
			await tick(0);
			const { items, hints } = await tick(1, { budgetIds: budgetIds as string }, manual);
			expect(items).toEqual([]);
			expect(hints).toEqual([hint]);
		},
		60_000,
	);

	test('says that there is no budget', async () => {
		tables = new Map();
		const { hints } = await tick(0, {}, manual);
		expect(hints).toEqual([
			"There is no budget in the data table 'budget_pacing' yet. Create one with Pacing Budget first.",
		]);
	}, 60_000);

	test('is quiet in production', async () => {
		tables = new Map();
		const { items, hints } = await tick(0);
		expect([items, hints]).toEqual([[], []]);
	}, 60_000);
});

describe('a budget that fails', () => {
	const damage = () => {
		const rows = tables.get('budget_pacing')!;
		tables.set('budget_pacing', [{ ...rows[0], state: 'damaged' }, rows[1]!]);
	};
	const problem =
		"The budget 'a' cannot be read: The pacing state is damaged: it is not a document that this package wrote";

	test('keeps nobody from hearing of the others, and stops the next run', async () => {
		damage();
		const { items, hints } = await tick(0);
		expect(items.map(({ budgetId }) => budgetId)).toEqual(['b']);
		expect(hints).toEqual([problem]);
		await expect(tick(15)).rejects.toMatchObject({ message: problem });
	}, 60_000);

	test('is an item with Continue On Fail', async () => {
		damage();
		const { items } = await tick(0, {}, { onError: 'continueRegularOutput' });
		expect(items).toMatchObject([
			{ budgetId: 'b' },
			{ error: problem, details: expect.stringContaining('Delete') as string },
		]);
	}, 60_000);

	test('is named where it is not there', async () => {
		await expect(tick(0, { budgetIds: 'gone' })).rejects.toMatchObject({
			message: "There is no budget 'gone' in the data table 'budget_pacing'",
		});
	}, 60_000);
});

test('what cannot be stored is not told, and the next look tells it', async () => {
	for (const row of tables.get('budget_pacing')!) Object.freeze(row);
	const { items, error } = await runTrigger({ options: at(0) }, { tables });
	expect(items).toEqual([]);
	expect(error).toBeDefined();
	tables = structuredClone(tables);
	expect(await told(1)).toEqual(BUDGETS);
}, 60_000);

test.each`
	onError                    | items                                             | because
	${'stopWorkflow'}          | ${[]}                                             | ${'the error stops the run'}
	${'continueRegularOutput'} | ${[{ error: 'database is locked', details: '' }]} | ${'the error is an item'}
`('a table that cannot be reached is never quiet: $because', async ({ onError, items }) => {
	const unreachable: Tables = new Map([['budget_pacing', []]]);
	unreachable.get = () => {
		throw new Error('database is locked');
	};
	const run = await runTrigger({ options: at(0) }, { tables: unreachable, onError: onError as string });
	expect(run.items).toEqual(items);
	expect(run.error?.message).toBe(onError === 'stopWorkflow' ? 'database is locked' : undefined);
});

test.each`
	parameters                                       | message                                             | because
	${{ news: '={{ [] }}' }}                         | ${"'Watch For' must name what starts the workflow"} | ${'a trigger without news would be silent for ever'}
	${{ news: ['rain'] }}                            | ${"'Watch For 1' must be one of these: "}           | ${'there is no such news'}
	${{ news: ['plan'], planChange: 0.2 }}           | ${"'Plan Change' must be above 1%"}                 | ${'a fraction entered by mistake would tell of every plan'}
	${{ options: { asOf: '2100-01-01T00:00:00Z' } }} | ${"'As Of' is in the future"}                       | ${'it would take the present for the past'}
`('$message: $because', async ({ parameters, message }) => {
	const { error, items } = await runTrigger({ options: at(0), ...(parameters as Json) }, { tables });
	expect(error?.message).toContain(message);
	expect(items).toEqual([]);
});

describe('ticks', () => {
	interface Registered {
		readonly expression: string;
		readonly fire: () => void;
	}

	const started = async (interval: string, mode: string) => {
		const registered: Registered[] = [];
		const emitted: INodeExecutionData[][][] = [];
		const context = {
			getMode: () => mode,
			getNodeParameter: () => interval,
			emit: (items: INodeExecutionData[][]) => emitted.push(items),
			helpers: {
				registerCron: ({ expression }: Registered, fire: () => void) => registered.push({ expression, fire }),
			},
		};
		const response = await new PacingTrigger().trigger.call(context as unknown as ITriggerFunctions);
		return { registered, emitted, response };
	};

	test.each(['5', '10', '15', '30'])('come every %s minutes, in a second of chance', async (interval) => {
		const { registered, emitted } = await started(interval, 'trigger');
		expect(registered.map(({ expression }) => expression)).toEqual([
			expect.stringMatching(new RegExp(`^\\d{1,2} \\*/${interval} \\* \\* \\* \\*$`)),
		]);
		registered[0]!.fire();
		expect(emitted).toEqual([[[{ json: {} }]]]);
	});

	test('come once, and without a schedule, in the editor', async () => {
		const { registered, emitted, response } = await started('15', 'manual');
		expect(registered).toEqual([]);
		await response.manualTriggerFunction!();
		expect(emitted).toHaveLength(1);
	});

	test.each(['7', '0', 'often', ''])('an interval of %p is an error, not a schedule of chance', async (interval) => {
		await expect(started(interval, 'trigger')).rejects.toThrow(/interval|Check Every/);
	});
});
