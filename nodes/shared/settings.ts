import type { IExecuteFunctions } from 'n8n-workflow';
import type * as z from 'zod/v4';

import { CommonSettings, parse, UserError } from '../../src/index';
import { dataTableApiStore } from './dataTableApiStore';
import { dataTableStore } from './dataTableStore';
import { inputItemStore } from './inputItemStore';
import { nodeError } from './nodeError';
import type { StateStore } from './stateStore';

/**
 * Reads node parameters with their schema; one that is hidden on the screen or left empty has its default.
 *
 * @throws UserError that names each parameter at fault
 */
export function readSettings<Schema extends z.ZodObject>(
	context: IExecuteFunctions,
	itemIndex: number,
	schema: Schema,
): z.output<Schema> {
	const onScreen = Object.keys(schema.shape).flatMap((name) => {
		const value: unknown = context.getNodeParameter(name, itemIndex, null);
		return isEmpty(value) ? [] : [[name, withoutEmpty(value)] as const];
	});
	return parse(schema, Object.fromEntries(onScreen), 'node parameters');
}

/** An empty or blank cell: nothing given. */
const isEmpty = (value: unknown): boolean =>
	value === null || value === undefined || (typeof value === 'string' && value.trim() === '');

/** A collection without its empty cells, and so the collections in it; lists keep their places. */
function withoutEmpty(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withoutEmpty);
	if (typeof value !== 'object' || value === null || isDateTime(value)) return value;
	const filled = Object.entries(value).filter(([, cell]) => !isEmpty(cell));
	return Object.fromEntries(filled.map(([name, cell]) => [name, withoutEmpty(cell)]));
}

/** The instant that a node decides for: the option As Of, or now. */
export function readInstant(asOf: unknown): number {
	if (asOf === undefined || asOf === null || asOf === '') return Date.now();
	const instantMs = epochMs(isDateTime(asOf) ? asOf.toISO() : asOf);
	if (instantMs >= EARLIEST_MS && instantMs < LATEST_MS) return instantMs;
	throw new UserError(
		`'As Of' is not an instant: ${String(asOf).slice(0, 60)}`,
		'Write it with its offset from UTC, such as 2026-11-23T09:00:00+01:00, or leave it empty to decide for the present.',
	);
}

/** Seconds taken for milliseconds lie before this. */
const EARLIEST_MS = Date.parse('2000-01-01T00:00:00Z');

/** Microseconds taken for milliseconds lie after this. */
const LATEST_MS = Date.parse('2200-01-01T00:00:00Z');

/** The instant of a number or of a text with an offset; NaN for anything else. */
function epochMs(instant: unknown): number {
	if (typeof instant === 'number') return instant;
	return typeof instant === 'string' && /T.*(Z|[+-]\d{2}:?\d{2})$/.test(instant) ? Date.parse(instant) : NaN;
}

/** What n8n's expressions call a DateTime, such as {{ $now }}. */
const isDateTime = (value: unknown): value is { toISO(): string } =>
	typeof value === 'object' && value !== null && 'toISO' in value && typeof value.toISO === 'function';

/**
 * The store that the parameters name.
 *
 * @throws NodeOperationError if they name none
 */
export function openStore(context: IExecuteFunctions): StateStore {
	try {
		const { stateStore, options } = readSettings(context, 0, CommonSettings.pick({ stateStore: true, options: true }));
		if (stateStore === 'inputItem') return inputItemStore(context.getInputData());
		if (stateStore === 'dataTableApi') return dataTableApiStore(context, options.tableName);
		return dataTableStore(context, options.tableName);
	} catch (error) {
		throw nodeError(context, error as Error, 0);
	}
}
