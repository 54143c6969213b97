import type { INodeProperties } from 'n8n-workflow';

/**
 * The value of a collection without the fields that another choice hides: n8n keeps what was entered in them. Other values stay as they are.
 *
 * @param valueOf the value of another parameter, which `displayOptions` of a field name with a slash before it
 */
export function withoutHidden(
	value: unknown,
	collection: string,
	properties: readonly INodeProperties[],
	valueOf: (name: string) => unknown,
): unknown {
	const fields = fieldsOf(properties, collection);
	if (fields.length === 0 || typeof value !== 'object' || value === null) return value;
	const cells = value as Readonly<Record<string, unknown>>;
	const chosen = (name: string) => (name.startsWith('/') ? valueOf(name.slice(1)) : cells[name]);
	const matches = ([name, values]: [string, unknown]) => (values as unknown[]).includes(chosen(name));
	const isShown = ({ displayOptions: { show = {}, hide = {} } = {} }: INodeProperties) =>
		Object.entries(show).every(matches) && !Object.entries(hide).some(matches);
	const hidden = new Set(fields.filter((field) => !isShown(field)).map(({ name }) => name));
	return Object.fromEntries(Object.entries(cells).filter(([name]) => !hidden.has(name)));
}

const fieldsOf = (properties: readonly INodeProperties[], collection: string): INodeProperties[] =>
	properties.flatMap(({ name, type, options = [] }) =>
		name === collection && type === 'collection' ? (options as INodeProperties[]) : [],
	);
