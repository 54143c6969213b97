import {
	type INodeProperties,
	type INodePropertyCollection,
	type INodeType,
	type INodeTypeDescription,
	type INodeTypes,
	Workflow,
} from 'n8n-workflow';

import { Backtest } from '../../nodes/Backtest/Backtest.node';
import { BacktestSettings } from '../../nodes/Backtest/Backtest.settings';
import { CheckExhaustion } from '../../nodes/CheckExhaustion/CheckExhaustion.node';
import { ExhaustionSettings } from '../../nodes/CheckExhaustion/CheckExhaustion.settings';
import { ConfirmPush } from '../../nodes/ConfirmPush/ConfirmPush.node';
import { ConfirmSettings } from '../../nodes/ConfirmPush/ConfirmPush.settings';
import { IngestPerformance } from '../../nodes/IngestPerformance/IngestPerformance.node';
import { IngestSettings } from '../../nodes/IngestPerformance/IngestPerformance.settings';
import { OptimizeAllocation } from '../../nodes/OptimizeAllocation/OptimizeAllocation.node';
import { OptimizeSettings } from '../../nodes/OptimizeAllocation/OptimizeAllocation.settings';
import { PacingBudget } from '../../nodes/PacingBudget/PacingBudget.node';
import { PacingBudgetSettings } from '../../nodes/PacingBudget/PacingBudget.settings';
import { PacingTrigger } from '../../nodes/PacingTrigger/PacingTrigger.node';
import { TriggerSettings } from '../../nodes/PacingTrigger/PacingTrigger.settings';
import { PreparePush } from '../../nodes/PreparePush/PreparePush.node';
import { PushSettings } from '../../nodes/PreparePush/PreparePush.settings';
import { Reallocate } from '../../nodes/Reallocate/Reallocate.node';
import { ReallocateSettings } from '../../nodes/Reallocate/Reallocate.settings';
import { searchBudgets } from '../../nodes/shared/searchBudgets';
import { PLATFORMS } from '../../src/index';
import { expectParametersMatch } from '../support/parameterContract';

describe.each`
	node                        | schema                  | outputs
	${new PacingBudget()}       | ${PacingBudgetSettings} | ${1}
	${new PacingTrigger()}      | ${TriggerSettings}      | ${1}
	${new IngestPerformance()}  | ${IngestSettings}       | ${2}
	${new OptimizeAllocation()} | ${OptimizeSettings}     | ${1}
	${new CheckExhaustion()}    | ${ExhaustionSettings}   | ${3}
	${new Reallocate()}         | ${ReallocateSettings}   | ${2}
	${new PreparePush()}        | ${PushSettings}         | ${2}
	${new ConfirmPush()}        | ${ConfirmSettings}      | ${2}
	${new Backtest()}           | ${BacktestSettings}     | ${1}
`('$node.description.displayName', ({ node: { description }, schema, outputs }) => {
	test('shows the parameters that its schema reads', () => {
		expectParametersMatch(description.properties, schema);
	});

	test('names its outputs, describes itself, and can be used as a tool if it has an input', () => {
		expect(description.outputs).toHaveLength(outputs);
		expect(description.outputNames ?? ['']).toHaveLength(outputs);
		expect(description.subtitle).toBeTruthy();
		expect(description.usableAsTool ?? false).toBe(description.inputs.length > 0);
	});
});

const NODES: readonly INodeType[] = [
	new PacingBudget(),
	new PacingTrigger(),
	new IngestPerformance(),
	new OptimizeAllocation(),
	new CheckExhaustion(),
	new Reallocate(),
	new PreparePush(),
	new ConfirmPush(),
	new Backtest(),
];

/** Placeholders of parameters, also of those inside collections. */
const placeholdersOf = (properties: readonly INodeProperties[]): string[] =>
	properties.flatMap(({ placeholder, options = [] }) => [
		...(placeholder === undefined ? [] : [placeholder]),
		...options.flatMap((option) =>
			'displayName' in option
				? placeholdersOf('values' in option ? (option as INodePropertyCollection).values : [option as INodeProperties])
				: [],
		),
	]);

/** The subtitle of a node on the canvas, as n8n works it out. */
function subtitleOf(description: INodeTypeDescription, parameters: Record<string, string | boolean>): string {
	const node = {
		id: '1',
		name: 'node',
		type: 'type',
		typeVersion: 1,
		position: [0, 0] as [number, number],
		parameters,
	};
	const nodeTypes = { getByNameAndVersion: () => ({ description }) } as unknown as INodeTypes;
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	return workflow.expression.getSimpleParameterValue(node, description.subtitle!, 'internal', {}) as string;
}

/** What people type into n8n's search for nodes. */
const SEARCHED = ['budget', 'pacing', 'ads', 'marketing', 'roas', 'cpa', 'overspend', 'spend'];

describe.each(NODES)('$description.displayName on the screen', ({ description, methods }) => {
	test('is found by what marketers search for', () => {
		const name = description.displayName.replaceAll(' ', '');
		const { alias } = jest.requireActual<{ alias: string[] }>(`../../nodes/${name}/${name}.node.json`);
		expect(alias).toEqual(expect.arrayContaining(SEARCHED));
	});

	test('has a budget by ID first, and from a list that it can make', () => {
		const budgets = description.properties.filter(({ name }) => name === 'budgetId');
		expect(budgets.length > 0).toBe(description.inputs.length > 0);
		for (const { type, default: value, modes } of budgets) {
			expect({ type, mode: (value as { mode: string }).mode }).toEqual({ type: 'resourceLocator', mode: 'id' });
			expect(modes!.map(({ name }) => name)).toEqual(['id', 'list']);
			expect(modes![1]!.typeOptions).toMatchObject({
				searchListMethod: 'searchBudgets',
				skipCredentialsCheckInRLC: true,
			});
			expect(methods!.listSearch!['searchBudgets']).toBe(searchBudgets);
		}
	});

	test("tells n8n's AI workflow builder where it stands, beside nodes that exist", () => {
		const { searchHint, relatedNodes } = description.builderHint!;
		expect(searchHint).toMatch(/^[A-Z].*\.$/);
		const prefix = 'n8n-nodes-budget-pacing.';
		const related = relatedNodes!.map(({ nodeType }) => nodeType).filter((type) => type.startsWith(prefix));
		const names = NODES.map((node) => `${prefix}${node.description.name}`);
		expect(names).toEqual(expect.arrayContaining(related));
		expect(related).not.toContain(`${prefix}${description.name}`);
	});

	test('has no placeholder that looks like a value', () => {
		expect(placeholdersOf(description.properties).filter((text) => text.startsWith('='))).toEqual([]);
	});
});

test.each(PLATFORMS)('Prepare Push asks for at most six fields beside the budget at first: %s', (platform) => {
	const { properties } = new PreparePush().description;
	const asked = properties.filter(
		({ name, type, displayOptions }) =>
			type !== 'collection' &&
			!['budgetId', 'stateStore'].includes(name) &&
			Object.entries({ platform, stateStore: 'dataTable' }).every(
				([other, value]) => displayOptions?.show?.[other]?.includes(value) ?? true,
			),
	);
	expect(asked.map(({ displayName }) => displayName)).toContain('IDs');
	expect(asked.length).toBeLessThanOrEqual(6);
});

test.each`
	node                        | parameter      | value               | subtitle
	${new OptimizeAllocation()} | ${'strategy'}  | ${'adaptive_ml'}    | ${'plan the day: Adaptive'}
	${new IngestPerformance()}  | ${'format'}    | ${'auto'}           | ${'format: Auto-Detect'}
	${new PacingBudget()}       | ${'operation'} | ${'createOrUpdate'} | ${'Create or Update: Budget'}
	${new PacingBudget()}       | ${'resource'}  | ${'report'}         | ${'Create: Report'}
	${new PacingBudget()}       | ${'resource'}  | ${'alert'}          | ${'Mark as Told: Alert'}
	${new PacingTrigger()}      | ${'interval'}  | ${'15'}             | ${'every 15 minutes'}
	${new PreparePush()}        | ${'platform'}  | ${'google_ads'}     | ${'dry run: Google Ads'}
	${new OptimizeAllocation()} | ${'strategy'}  | ${'of next year'}   | ${'plan the day: of next year'}
`('$subtitle is what the canvas says of $parameter $value', ({ node, parameter, value, subtitle }) => {
	const { description } = node as INodeType;
	expect(subtitleOf(description, { dryRun: true, [parameter as string]: value as string })).toBe(subtitle);
});
