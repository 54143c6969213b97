import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { UserError } from '../../src/index';
import { nameOnScreen } from './nameOnScreen';
import { enteredIn, isExpression, parameterOf } from './parameterOf';
import { isEmpty } from './readSettings';
import { withoutHidden } from './withoutHidden';

/** A parameter by its name, or a field of a collection by both names. */
export type Field = readonly [name: string] | readonly [collection: string, name: string];

/**
 * Fields that mean something else where they are left empty, such as all of the day's amount: an expression in them must give a value.
 *
 * @throws UserError if one gives nothing, such as a misspelt field of the item
 */
export function assertGiven(
	context: IExecuteFunctions,
	itemIndex: number,
	properties: readonly INodeProperties[],
	fields: readonly Field[],
): void {
	const valueOf = (name: string) => parameterOf(context, name, itemIndex);
	for (const [name, inside] of fields) {
		const inField = (value: unknown) => (inside === undefined ? value : cellOf(value, inside));
		if (!isExpression(inField(enteredIn(context)[name]))) continue;
		if (!isEmpty(inField(withoutHidden(valueOf(name), name, properties, valueOf)))) continue;
		const shown = nameOnScreen(properties, inside === undefined ? [name] : [name, inside]);
		throw new UserError(
			`The expression in '${shown}' gives nothing`,
			'Correct the expression, such as the name of a field in it. Only a field that is left empty has its usual meaning.',
		);
	}
}

const NOT_THERE = 'not there';

/** A field of a collection; a word for one that was not added, or is hidden. */
const cellOf = (cells: unknown, name: string): unknown =>
	typeof cells === 'object' && cells !== null && name in cells ? (cells as Record<string, unknown>)[name] : NOT_THERE;

/** What may differ between items: the budget sorts them into tasks, and instants such as now pass. */
const MAY_DIFFER = ['budgetId', 'options'];

/**
 * Items of one budget that are read as one report have one set of parameters.
 *
 * @throws UserError if an expression gives them different ones
 */
export function assertSame(
	context: IExecuteFunctions,
	itemIndexes: readonly number[],
	properties: readonly INodeProperties[],
): void {
	for (const [name, entered] of Object.entries(enteredIn(context))) {
		if (MAY_DIFFER.includes(name) || !isExpression(entered)) continue;
		const values = new Set(itemIndexes.map((index) => JSON.stringify(parameterOf(context, name, index))));
		if (values.size < 2) continue;
		throw new UserError(
			`The expression in '${nameOnScreen(properties, [name])}' gives different values for items of one budget`,
			'All items of a budget are read as one report. Give each value a node of its own, such as behind a Switch node, or leave the field empty where the rows name it themselves.',
		);
	}
}
