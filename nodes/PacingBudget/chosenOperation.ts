import type { IExecuteFunctions, INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { UserError } from '../../src/index';
import { readSettings } from '../shared/readSettings';
import { alertOperationProperty } from './alertOperationProperty';
import { budgetOperationProperty } from './budgetOperationProperty';
import { operations, type Run } from './operations';
import { pacingBudgetProperties } from './PacingBudget.properties';
import { PacingBudgetSettings } from './PacingBudget.settings';
import { reportOperationProperty } from './reportOperationProperty';
import { resourceProperty } from './resourceProperty';

const Choice = PacingBudgetSettings.pick({ resource: true, operation: true });

/**
 * What the parameters say is to be done.
 *
 * @throws UserError if the resource has no such operation, as where a program has filled them in
 */
export function chosenOperation(context: IExecuteFunctions): Run {
	const { resource, operation } = readSettings(context, 0, Choice, pacingBudgetProperties);
	const ofResource: Partial<Record<typeof operation, Run>> = operations[resource];
	const run = ofResource[operation];
	if (run !== undefined) return run;
	const possible = Object.keys(ofResource).map((name) => `'${labelOf(OPERATION_PROPERTIES, name)}'`);
	throw new UserError(
		`The resource '${labelOf([resourceProperty], resource)}' has no operation '${labelOf(OPERATION_PROPERTIES, operation)}'`,
		`Choose ${possible.join(', ')} in 'Operation', or another 'Resource'.`,
	);
}

const OPERATION_PROPERTIES = [alertOperationProperty, budgetOperationProperty, reportOperationProperty];

/** What an option is called on the screen. */
const labelOf = (properties: readonly INodeProperties[], value: string): string =>
	properties.flatMap(({ options }) => options as INodePropertyOptions[]).find((option) => option.value === value)!.name;
