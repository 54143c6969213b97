import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';
import * as z from 'zod/v4';

import { groupBy } from '../../nodes/shared/groupBy';

interface JsonField {
	readonly default?: unknown;
	readonly minimum?: number;
	readonly maximum?: number;
	readonly exclusiveMinimum?: number;
	readonly enum?: readonly string[];
	readonly properties?: Readonly<Record<string, JsonField>>;
	readonly items?: JsonField;
}

/** Lists to search in, where an expression may give any other name that the core accepts. */
const OPEN_LISTS = new Set(['currency', 'timeZone']);

/** What may be chosen in a parameter, of which each resource may show a part of its own. */
const choices = (parts: readonly INodeProperties[]) => {
	const { name, type } = parts[0]!;
	return (type === 'options' && !OPEN_LISTS.has(name)) || type === 'multiOptions'
		? parts
				.flatMap(({ options = [] }) => options.map((option) => ('value' in option ? String(option.value) : '')))
				.sort()
		: undefined;
};

/** What may be chosen in a field: one of these, or several of them. */
const chosen = ({ enum: one, items }: JsonField): readonly string[] | undefined => one ?? items?.enum;

/** Fails when the parameters a user sees and the schema that reads them have drifted apart: names, choices, bounds and defaults. */
export function expectParametersMatch(properties: readonly INodeProperties[], schema: z.ZodObject): void {
	compare(properties, z.toJSONSchema(schema, { io: 'input' }) as JsonField, 'the node');
}

function compare(properties: readonly INodeProperties[], { properties: fields = {} }: JsonField, where: string): void {
	const names = [...new Set(properties.map(({ name }) => name))].sort();
	expect({ where, names }).toEqual({ where, names: Object.keys(fields).sort() });
	for (const parts of groupBy(properties, ({ name }) => name).values()) {
		const property = parts[0]!;
		const field = fields[property.name]!;
		const name = `${where}.${property.name}`;
		const { minValue, maxValue } = property.typeOptions ?? {};
		expect({ name, choices: choices(parts), minValue, maxValue }).toEqual({
			name,
			choices: chosen(field)?.toSorted(),
			minValue: field.minimum ?? field.exclusiveMinimum,
			maxValue: property.type === 'number' ? field.maximum : undefined,
		});
		if (property.type === 'fixedCollection') {
			for (const { name: list, values } of property.options as INodePropertyCollection[]) {
				compare(values, field.properties![list]!.items!, `${name}.${list}`);
			}
		} else if (property.type === 'collection') compare(property.options as INodeProperties[], field, name);
		else if (field.default !== undefined)
			expect({ name, defaults: parts.map(({ default: own }) => own) }).toEqual({
				name,
				defaults: expect.arrayContaining([field.default]) as unknown[],
			});
	}
}
