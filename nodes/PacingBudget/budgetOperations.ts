import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { budgetReport, createState, definitionNotes, pacingStatus, updateDefinition } from '../../src/index';
import { CommonSettings, ItemSettings } from '../shared/commonSettings';
import type { PageFile } from '../shared/fileOf';
import { perBudget } from '../shared/perBudget';
import { withErrorItems } from '../shared/withErrorItems';
import { withWarnings } from '../shared/withWarnings';
import { definitionItem, statusItem } from './budgetItem';
import { definitionOf } from './definitionOf';
import { listBudgets } from './listBudgets';
import { markToldItems } from './markToldItems';
import { overviewItem } from './overviewItem';
import { pacingBudgetProperties } from './PacingBudget.properties';
import { PacingBudgetSettings, ReportSettings, ScenarioSettings, StatusSettings } from './PacingBudget.settings';
import { scenarioItems } from './scenarioItems';

type Operation = PacingBudgetSettings['operation'];

const deletedItem = (budgetId: string) => ({ budgetId, deleted: true });

const reportItem = (budgetId: string, { fileName }: Pick<PageFile, 'fileName'>) => ({ budgetId, fileName });

/** What each operation of Pacing Budget does. */
export const budgetOperations: Record<Operation, (context: IExecuteFunctions) => Promise<INodeExecutionData[][]>> = {
	createOrUpdate: async (context) =>
		await perBudget(context, {
			outputs: 1,
			settings: PacingBudgetSettings,
			properties: pacingBudgetProperties,
			create: (settings) => createState(definitionOf(settings)),
			decide: ({ state, settings }) => {
				const next = updateDefinition(state, definitionOf(settings));
				const item = withWarnings({ output: 0, json: definitionItem(next) }, definitionNotes(next.definition));
				return { state: next, items: [item] };
			},
		}),
	delete: async (context) =>
		await perBudget(context, {
			outputs: 1,
			settings: CommonSettings,
			properties: pacingBudgetProperties,
			groupsItems: true,
			decide: ({ settings: { budgetId } }) => ({
				state: null,
				items: [{ output: 0, json: deletedItem(budgetId) }],
			}),
		}),
	get: async (context) =>
		await perBudget(context, {
			outputs: 1,
			settings: ItemSettings,
			properties: pacingBudgetProperties,
			decide: ({ state }) => ({ state, items: [{ output: 0, json: definitionItem(state) }] }),
		}),
	getAll: async (context) => await withErrorItems(context, { outputs: 1 }, async () => [await listBudgets(context)]),
	markTold: async (context) =>
		await withErrorItems(context, { outputs: 1 }, async () => [await markToldItems(context)]),
	overview: async (context) =>
		await withErrorItems(context, { outputs: 1 }, async () => [[await overviewItem(context)]]),
	report: async (context) =>
		await perBudget(context, {
			outputs: 1,
			settings: ReportSettings,
			properties: pacingBudgetProperties,
			looksAhead: true,
			decide: ({ state, settings: { budgetId, binaryPropertyName: field }, nowMs }) => {
				const file = { ...budgetReport(state, { nowMs }), field };
				return { state, items: [{ output: 0, json: reportItem(budgetId, file), file }] };
			},
		}),
	status: async (context) =>
		await perBudget(context, {
			outputs: 1,
			settings: StatusSettings,
			properties: pacingBudgetProperties,
			looksAhead: true,
			decide: ({ state, settings: { include }, nowMs }) => ({
				state,
				items: [{ output: 0, json: statusItem(pacingStatus(state, { nowMs }), include) }],
			}),
		}),
	simulate: async (context) =>
		await perBudget(context, {
			outputs: 1,
			settings: ScenarioSettings,
			properties: pacingBudgetProperties,
			looksAhead: true,
			decide: ({ state, settings, nowMs }) => ({
				state,
				items: scenarioItems(state, settings, nowMs).map((json) => ({ output: 0, json })),
			}),
		}),
};
