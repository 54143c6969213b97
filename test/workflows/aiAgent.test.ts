import type { INodePropertyOptions, INodeTypeDescription } from 'n8n-workflow';

import { runWorkflow } from '../../demo/engine';
import { Backtest } from '../../nodes/Backtest/Backtest.node';
import { CheckExhaustion } from '../../nodes/CheckExhaustion/CheckExhaustion.node';
import { ConfirmPush } from '../../nodes/ConfirmPush/ConfirmPush.node';
import { IngestPerformance } from '../../nodes/IngestPerformance/IngestPerformance.node';
import { OptimizeAllocation } from '../../nodes/OptimizeAllocation/OptimizeAllocation.node';
import { PacingBudget } from '../../nodes/PacingBudget/PacingBudget.node';
import { PreparePush } from '../../nodes/PreparePush/PreparePush.node';
import { Reallocate } from '../../nodes/Reallocate/Reallocate.node';
import workflow from '../../workflows/ai-agent.json';
import { asOf } from '../support/asOf';
import { googleRows } from '../support/googleRows';
import { rank } from '../support/rank';
import { creating, runNode } from '../support/runNode';

/*
 * Twenty questions that people ask an agent, and the call that answers each.
 *
 * What this shows: the call is possible with the fields that the tool offers a model, its answer holds the figure with the currency, and the time zone where
 * the question is about time; and the words that describe the tool and the operation tell it from all others, for a reader who only counts words.
 * What it cannot show: that a model understands the question. It may choose better than by words, or worse, and it fills in the fields by itself.
 */

type Json = Record<string, unknown>;

const NOW_MS = Date.parse('2026-11-23T12:20:00+01:00');
const EURO = { currency: 'EUR' };
const ZONED = { ...EURO, timeZone: 'Europe/Berlin' };
const number = expect.any(Number) as number;
const text = (pattern: RegExp) => expect.stringMatching(pattern) as string;
const interval = { mean: number, low: number, high: number };
const budgetId = 'brand-de';

interface Question {
	readonly question: string;
	readonly tool: string;
	/** What a model has to fill in. */
	readonly fields?: Readonly<Record<string, string | number>>;
	readonly answer: object;
}

/** Twelve hours of 75 are spent today, and 984 on each of the 22 days before; the month has 30,000. */
const QUESTIONS: readonly Question[] = [
	{
		question: 'List all our budgets.',
		tool: 'List Budgets',
		fields: {},
		answer: { ...ZONED, budgetId, name: 'Brand Germany' },
	},
	{
		question: 'What is the monthly amount of Brand Germany, and in which currency?',
		tool: 'List Budgets',
		fields: {},
		answer: { ...EURO, name: 'Brand Germany', monthlyAmount: '30000.00' },
	},
	{
		question: 'Are we on track this month?',
		tool: 'Budget Status',
		answer: {
			...ZONED,
			horizons: { month: { target: 30000, projected: interval, pace: number } },
			display: { horizons: { month: text(/Projected at €30,/) } },
		},
	},
	{
		question: 'How much have we spent today?',
		tool: 'Budget Status',
		answer: { ...ZONED, day: { spent: 900, amount: 1000 }, display: { spent: '€900.00 of €1,000.00' } },
	},
	{
		question: 'How much did we spend this month so far?',
		tool: 'Budget Status',
		answer: { ...EURO, horizons: { month: { spent: 22548 } } },
	},
	{
		question: 'How many conversions did we get today?',
		tool: 'Budget Status',
		answer: { ...ZONED, performance: { today: { conversions: 24 } } },
	},
	{
		question: 'What was our CPA over the last 7 days?',
		tool: 'Budget Status',
		answer: { ...EURO, performance: { last7Days: { cpa: 20.5 } } },
	},
	{
		question: 'How much do we need to spend per day to use up the month?',
		tool: 'Budget Status',
		answer: { ...EURO, horizons: { month: { neededPerDay: 1044, daysLeft: 8 } } },
	},
	{
		question: 'How fresh is the data?',
		tool: 'Budget Status',
		answer: { ...ZONED, display: { dataUntil: '23 Nov 2026, 12:00' } },
	},
	{
		question: "Will today's budget last?",
		tool: 'Will It Last',
		answer: { ...ZONED, status: 'at-risk', text: text(/Today's budget will run out/) },
	},
	{
		question: "When will today's budget run out?",
		tool: 'Will It Last',
		answer: { text: text(/at about \d\d:\d\d \(\d\d:\d\d to \d\d:\d\d, Europe\/Berlin\)/) },
	},
	{
		question: 'How likely is it that we run out of budget today?',
		tool: 'Will It Last',
		answer: { ...ZONED, probability: number, text: text(/probability above 99%/) },
	},
	{
		question: 'How much can we spend per hour so that the budget lasts?',
		tool: 'Will It Last',
		answer: { ...EURO, recommendedHourlyCap: number, text: text(/Cap spend at €\d+\.\d\d an hour/) },
	},
	{
		question: 'How much revenue is at risk?',
		tool: 'Will It Last',
		answer: { ...EURO, valueAtRisk: { revenue: number, conversions: number } },
	},
	{ question: "Plan today's budget.", tool: 'Plan Today', answer: { ...ZONED, date: '2026-11-23', dayAmount: 1000 } },
	{
		question: 'What should we spend in each hour of today?',
		tool: 'Plan Today',
		answer: { ...ZONED, display: { hours: expect.arrayContaining([text(/^20:00 €\d+\.\d\d$/)]) as string[] } },
	},
	{
		question: "How many conversions should we expect from today's plan?",
		tool: 'Plan Today',
		answer: { ...ZONED, expected: { conversions: interval } },
	},
	{
		question: 'What if I add €200 tomorrow?',
		tool: 'What If',
		fields: { budgetId, amounts: '1000, 1200' },
		answer: {
			...EURO,
			dayAmount: 1200,
			objective: 'conversions',
			expected: interval,
			display: { dayAmount: '€1,200.00' },
		},
	},
	{
		question: 'Above which daily amount is more budget no longer worth it?',
		tool: 'What If',
		fields: { budgetId, amounts: '1000', minimumMarginalReturn: 0.04 },
		answer: { ...EURO, isWorthwhileLimit: true, dayAmount: number, marginalReturn: number },
	},
	{
		question: 'Which budgets need me this morning?',
		tool: 'What Needs Me',
		fields: {},
		answer: { needsPerson: 1, text: text(/Brand Germany.+Europe\/Berlin.+€/) },
	},
];

/** What a tool may answer at most about one budget: a model reads and pays for all of it. */
const MOST_CHARACTERS = 2000;

const TOOL = /^n8n-nodes-budget-pacing\.(\w+)Tool$/;
const tools = workflow.nodes.filter(({ type }) => TOOL.test(type));
const toolOf = (name: string) => tools.find((one) => one.name === name)!;

/** The fields that a tool lets a model fill in: `$fromAI` and its arguments. */
const FIELD = /=\{\{ \$fromAI\('(\w+)', '([^']+)', '(string|number)'(, [\d.]+)?\) \}\}/;
const fieldsOf = ({ parameters }: (typeof tools)[number]) =>
	Object.entries(parameters).flatMap(([parameter, value]) => {
		const text = typeof value === 'object' && 'value' in value ? value.value : String(value);
		const [, key, description, type, otherwise] = FIELD.exec(text) ?? [];
		return key === undefined
			? []
			: [{ parameter, key, description: description!, type: type!, isOptional: otherwise !== undefined }];
	});

test('there are twenty questions, and every tool is the answer to one of them', () => {
	expect(QUESTIONS).toHaveLength(20);
	expect(new Set(QUESTIONS.map(({ tool }) => tool))).toEqual(new Set(tools.map(({ name }) => name)));
});

test('every tool is connected to the agent, and every field says what it is for', () => {
	for (const tool of tools) {
		expect(workflow.connections).toHaveProperty([tool.name, 'ai_tool', 0, 0, 'node'], 'Pacing Assistant');
		for (const { description } of fieldsOf(tool)) expect(description.length).toBeGreaterThan(20);
	}
});

describe('the call', () => {
	let stored: Map<string, Json[]>;
	beforeAll(async () => {
		stored = new Map();
		const options = { asOf: new Date(NOW_MS).toISOString() };
		const amounts = { dailyAmount: '1000.00', monthlyAmount: '30000.00' };
		await runNode('pacingBudget', creating({ amounts }), { tables: stored });
		const rows = googleRows('2026-11-23', 28, NOW_MS, (hour, date) => ({
			spend: date === '2026-11-23' ? 75 : 40 + (hour % 3),
			clicks: 40,
			conversions: 2,
		}));
		await runNode('ingestPerformance', { budgetId, options }, { items: rows, tables: stored });
	}, 60_000);

	test.each(QUESTIONS)(
		'$question $tool answers it',
		async ({ tool: name, fields = { budgetId }, answer }) => {
			const tool = toolOf(name);
			const schema = fieldsOf(tool);
			expect(schema.map(({ key }) => key)).toEqual(expect.arrayContaining(Object.keys(fields)));
			const missing = schema.filter(({ key, isOptional }) => !isOptional && !(key in fields));
			expect(missing).toEqual([]);
			const filled = schema.map(({ parameter, key, type }) => {
				const value = fields[key] ?? 0;
				expect(typeof value).toBe(type);
				return [parameter, parameter === 'budgetId' ? { __rl: true, mode: 'id', value } : value];
			});
			const node = {
				...tool,
				type: tool.type.replace(/Tool$/, ''),
				parameters: { ...tool.parameters, ...Object.fromEntries(filled) },
			};
			const start = {
				id: 't',
				name: 'Ask',
				type: 'n8n-nodes-base.manualTrigger',
				typeVersion: 1,
				position: [0, 0],
				parameters: {},
			};
			const asked = {
				...workflow,
				nodes: [start, node],
				connections: { Ask: { main: [[{ node: name, type: 'main', index: 0 }]] } },
			};
			const tables = structuredClone(stored);
			const { outputs, error } = await runWorkflow({ workflow: asOf(asked, NOW_MS), trigger: 'Ask', tables });
			expect(error).toBeUndefined();
			const items = outputs[name]!.flat();
			expect(JSON.stringify(items).length).toBeLessThan(MOST_CHARACTERS);
			expect(items.at(-1)).toMatchObject(answer);
		},
		60_000,
	);
});

describe('a reader who only counts words', () => {
	const toolTexts = new Map(tools.map(({ name, parameters }) => [name, `${name} ${parameters.toolDescription}`]));

	test.each(QUESTIONS)('finds the tool $tool first: $question', ({ question, tool }) => {
		expect(rank(question, toolTexts)[0]).toBe(tool);
	});

	test.each(tools.map(({ name }) => name))('is lost where the words about %s say nothing', (name) => {
		const texts = new Map(toolTexts).set(name, 'Works on advertising budgets');
		const found = QUESTIONS.filter(({ tool }) => tool === name).map(({ question }) => rank(question, texts)[0]);
		expect(found.some((first) => first !== name)).toBe(true);
	});

	const DESCRIPTIONS: readonly INodeTypeDescription[] = [
		new Backtest(),
		new CheckExhaustion(),
		new ConfirmPush(),
		new IngestPerformance(),
		new OptimizeAllocation(),
		new PacingBudget(),
		new PreparePush(),
		new Reallocate(),
	].map(({ description }) => description);

	/** What is said of each operation of each node, by what a tool would have as its type and operation. */
	const operationTexts = new Map(
		DESCRIPTIONS.flatMap(({ name, displayName, description, properties }): [string, string][] => {
			const operations = properties.filter((one) => one.name === 'operation');
			if (operations.length === 0) return [[name, `${displayName} ${description}`]];
			return operations.flatMap(({ options, displayOptions }) =>
				(options as INodePropertyOptions[]).map((option): [string, string] => [
					[name, ...displayOptions!.show!['resource']!, option.value].join(' '),
					`${displayName} ${option.name} ${option.action} ${option.description}`,
				]),
			);
		}),
	);

	const operationOf = (name: string) => {
		const { type, parameters } = toolOf(name);
		const chosen = 'resource' in parameters ? [parameters.resource, parameters.operation] : [];
		return [TOOL.exec(type)![1], ...chosen].join(' ');
	};

	test.each(QUESTIONS)(
		'finds the operation of $tool first among those of all nodes: $question',
		({ question, tool }) => {
			expect(rank(question, operationTexts)[0]).toBe(operationOf(tool));
		},
	);
});
