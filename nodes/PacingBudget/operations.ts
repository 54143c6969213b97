import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { budgetReport, createState, definitionNotes, pacingStatus, updateDefinition } from '../../src/index';
import { CommonSettings, ItemSettings } from '../shared/commonSettings';
import type { PageFile } from '../shared/fileOf';
import type { BudgetNode } from '../shared/budgetNode';
import { perBudget } from '../shared/perBudget';
import { withWarnings } from '../shared/withWarnings';
import { definitionItem, statusItem } from './budgetItem';
import { definedOnce } from './definedOnce';
import { definitionOf } from './definitionOf';
import { listBudgets } from './listBudgets';
import { markToldItems } from './markToldItems';
import { overviewItem } from './overviewItem';
import { pacingBudgetProperties } from './PacingBudget.properties';
import {
	type Operations,
	PacingBudgetSettings,
	ReportSettings,
	ScenarioSettings,
	StatusSettings,
} from './PacingBudget.settings';
import { scenarioItems } from './scenarioItems';

/** Runs an operation over the items of the node. */
export type Run = (context: IExecuteFunctions) => Promise<INodeExecutionData[][]>;

type Resource = keyof Operations;

const deletedItem = (budgetId: string) => ({ budgetId, deleted: true });

const reportItem = (budgetId: string, { fileName }: Pick<PageFile, 'fileName'>) => ({ budgetId, fileName });

/** An operation on each budget that the items name. */
const forEach =
	<Settings extends CommonSettings>(node: Omit<BudgetNode<Settings>, 'outputs' | 'properties'>): Run =>
	async (context) =>
		await perBudget(context, { ...node, outputs: 1, properties: pacingBudgetProperties });

/** What each operation of a resource does. */
export const operations: { [R in Resource]: Record<Operations[R][number], Run> } = {
	alert: {
		markTold: async (context) => [await markToldItems(context)],
	},
	budget: {
		createOrUpdate: async (context) => {
			const once = definedOnce();
			const run = forEach({
				settings: PacingBudgetSettings,
				create: (settings) => createState(definitionOf(settings)),
				decide: ({ state, settings }) => {
					const next = updateDefinition(state, once(definitionOf(settings)));
					const item = withWarnings({ output: 0, json: definitionItem(next) }, definitionNotes(next.definition));
					return { state: next, items: [item] };
				},
			});
			return await run(context);
		},
		delete: forEach({
			settings: CommonSettings,
			groupsItems: true,
			decide: ({ settings: { budgetId } }) => ({
				state: null,
				items: [{ output: 0, json: deletedItem(budgetId) }],
			}),
		}),
		get: forEach({
			settings: ItemSettings,
			decide: ({ state }) => ({ state, items: [{ output: 0, json: definitionItem(state) }] }),
		}),
		getAll: async (context) => [await listBudgets(context)],
		simulate: forEach({
			settings: ScenarioSettings,
			looksAhead: true,
			decide: ({ state, settings, nowMs }) => ({
				state,
				items: scenarioItems(state, settings, nowMs).map((json) => ({ output: 0, json })),
			}),
		}),
		status: forEach({
			settings: StatusSettings,
			looksAhead: true,
			decide: ({ state, settings: { include }, nowMs }) => ({
				state,
				items: [{ output: 0, json: statusItem(pacingStatus(state, { nowMs }), include) }],
			}),
		}),
	},
	report: {
		create: forEach({
			settings: ReportSettings,
			looksAhead: true,
			decide: ({ state, settings: { budgetId, binaryPropertyName: field }, nowMs }) => {
				const file = { ...budgetReport(state, { nowMs }), field };
				return { state, items: [{ output: 0, json: reportItem(budgetId, file), file }] };
			},
		}),
		overview: async (context) => [[await overviewItem(context)]],
	},
};
