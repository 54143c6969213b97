import {
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
	type INodeTypeDescription,
	NodeConnectionTypes,
} from 'n8n-workflow';

import { confirmPush } from '../../src/index';
import { builderHints } from '../shared/builderHints';
import { storeCredentials } from '../shared/commonProperties';
import { perBudget } from '../shared/perBudget';
import { searchBudgets } from '../shared/searchBudgets';
import { confirmPushProperties } from './ConfirmPush.properties';
import { ConfirmSettings } from './ConfirmPush.settings';
import { answerOf } from './answerOf';
import { confirmationItem } from './confirmationItem';

const CONFIRMED = 0;
const FAILED = 1;

/** Reads the answers of ad platforms to pushes, settles what they say, and tells what is in force. */
export class ConfirmPush implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Confirm Push',
		name: 'confirmPush',
		icon: { light: 'file:confirmPush.svg', dark: 'file:confirmPush.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: 'read the answer of the platform',
		description:
			'Read what the ad platform answered to a push, also where it hides errors behind status 200, so that what was lost goes again',
		defaults: { name: 'Confirm Push' },
		builderHint: builderHints.confirmPush,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		outputNames: ['Confirmed', 'Failed'],
		usableAsTool: true,
		credentials: storeCredentials,
		properties: confirmPushProperties,
	};

	methods = { listSearch: { searchBudgets } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const input = this.getInputData();
		return await perBudget(this, {
			outputs: 2,
			failureOutput: FAILED,
			settings: ConfirmSettings,
			properties: confirmPushProperties,
			decide: ({ state, settings: { pushId, options }, nowMs, itemIndexes }) => {
				const answers = [answerOf(pushId, input[itemIndexes[0]!]!.json)];
				const { state: next, confirmations } = confirmPush(state, {
					answers,
					nowMs,
					tellUntilMarked: options.tellUntilMarked,
				});
				const items = confirmations.map((confirmation) => ({
					output: confirmation.status === 'confirmed' ? CONFIRMED : FAILED,
					json: confirmationItem(confirmation, next.definition),
				}));
				return { state: next, items };
			},
		});
	}
}
