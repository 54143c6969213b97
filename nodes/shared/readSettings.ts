import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { parse, type z } from '../../src/index';
import { nameOnScreen } from './nameOnScreen';
import { parameterOf } from './parameterOf';
import { isDateTime } from './readInstant';
import { withoutHidden } from './withoutHidden';

/** Reads the parameters of a node for one of its items, as `settingsOf` does. */
export const readSettings = <Schema extends z.ZodObject>(
	context: IExecuteFunctions,
	itemIndex: number,
	schema: Schema,
	properties: readonly INodeProperties[],
): z.output<Schema> => settingsOf((name) => parameterOf(context, name, itemIndex), schema, properties);

/**
 * Reads node parameters with their schema; one that is hidden on the screen or left empty has its default.
 *
 * @param valueOf    the value of a parameter, null where it is hidden
 * @param properties the parameters as they are on the screen
 * @throws UserError that names each parameter at fault in the words on the screen
 */
export function settingsOf<Schema extends z.ZodObject>(
	valueOf: (name: string) => unknown,
	schema: Schema,
	properties: readonly INodeProperties[],
): z.output<Schema> {
	const onScreen = Object.keys(schema.shape).flatMap((name) => {
		const value = valueOf(name);
		return isEmpty(value) ? [] : [[name, withoutEmpty(withoutHidden(value, name, properties, valueOf))] as const];
	});
	return parse(schema, Object.fromEntries(onScreen), 'node parameters', (path) => nameOnScreen(properties, path));
}

/** An empty or blank cell: nothing given. */
export const isEmpty = (value: unknown): boolean =>
	value === null || value === undefined || (typeof value === 'string' && value.trim() === '');

/** A collection without its empty cells, and so the collections in it; lists keep their places. */
function withoutEmpty(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withoutEmpty);
	if (typeof value !== 'object' || value === null || isDateTime(value)) return value;
	const filled = Object.entries(value).filter(([, cell]) => !isEmpty(cell));
	return Object.fromEntries(filled.map(([name, cell]) => [name, withoutEmpty(cell)]));
}
