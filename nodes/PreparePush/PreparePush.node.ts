import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	NodeConnectionTypes,
} from 'n8n-workflow';

import { preparePush } from '../../src/index';
import { builderHints } from '../shared/builderHints';
import type { Field } from '../shared/expressions';
import { perBudget } from '../shared/perBudget';
import { storeCredentials } from '../shared/commonProperties';
import { nameOfChosen } from '../shared/nameOfChosen';
import { searchBudgets } from '../shared/searchBudgets';
import { preparePushProperties } from './PreparePush.properties';
import { PushSettings } from './PreparePush.settings';
import { HELD_BACK, pushItems } from './pushItems';
import { targetOf } from './targetOf';

/** Without them a push is of another platform or plan, in another currency, or of all of the day's amount. */
const NEVER_BLANK: Field[] = [
	['platform'],
	['additionalFields', 'accountCurrency'],
	['additionalFields', 'dayAmount'],
	['additionalFields', 'nextDayAmount'],
	['additionalFields', 'planId'],
];

/** Turns a plan into requests for an ad platform, and holds back what must not be pushed. */
export class PreparePush implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Prepare Push',
		name: 'preparePush',
		icon: { light: 'file:preparePush.svg', dark: 'file:preparePush.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: `={{ ($parameter["dryRun"] ? "dry run: " : "push: ") + ${nameOfChosen(preparePushProperties, 'platform')} }}`,
		description:
			"Turn today's plan into ad platform requests for an HTTP Request node, guarded against edit quotas, same-day ratchets and manual edits",
		defaults: { name: 'Prepare Push' },
		builderHint: builderHints.preparePush,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Requests', 'Held Back'],
		usableAsTool: true,
		credentials: storeCredentials,
		properties: preparePushProperties,
	};

	methods = { listSearch: { searchBudgets } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await perBudget(this, {
			outputs: 2,
			failureOutput: HELD_BACK,
			settings: PushSettings,
			properties: preparePushProperties,
			neverBlank: NEVER_BLANK,
			decide: ({ state, settings, nowMs }) => {
				const { dryRun, guards, options } = settings;
				const { planId } = settings.additionalFields;
				const target = targetOf(settings);
				const { state: next, push } = preparePush(state, {
					target,
					planId: planId === '' ? undefined : planId,
					nowMs,
					dryRun,
					guards,
					tellUntilMarked: options.tellUntilMarked,
				});
				return { state: next, items: pushItems(push, state.definition.timeZone) };
			},
		});
	}
}
