import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

/**
 * Part of an expression that gives the option chosen in a parameter by its name on the screen; a value that is none of the options as it is.
 *
 * @param properties that have the parameter, each with some of its options
 */
export function nameOfChosen(properties: readonly INodeProperties[], parameter: string): string {
	const options = properties.flatMap(({ name, options }) => (name === parameter ? options! : []));
	const names = (options as INodePropertyOptions[]).map(({ name, value }) => [value, name]);
	const chosen = `$parameter[${JSON.stringify(parameter)}]`;
	return `(${JSON.stringify(Object.fromEntries(names))}[${chosen}] || ${chosen})`;
}
