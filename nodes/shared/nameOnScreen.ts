import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';

/**
 * What a parameter is called on the screen, by the path to its value: without its unit, and with the number of its row in a list.
 *
 * @example `['campaigns', 'campaign', 1, 'limits', 'maxDailyShare']` is "Campaigns 2: Maximum Share per Day"
 */
export function nameOnScreen(properties: readonly INodeProperties[], path: readonly PropertyKey[]): string {
	const [name, ...inside] = path;
	const property = properties.find((one) => one.name === name);
	if (property === undefined) return path.map(String).join('.');
	const { type, options } = property;
	if (type === 'collection' && inside.length > 0) return nameOnScreen(options as INodeProperties[], inside);
	const shown = property.displayName.replace(/ \(%\)$/, '');
	const lists = type === 'fixedCollection' ? (options as INodePropertyCollection[]) : [];
	const values = lists.find((list) => list.name === inside[0])?.values;
	const [row, ...inRow] = values === undefined ? inside : inside.slice(1);
	if (typeof row !== 'number') return shown;
	return `${shown} ${row + 1}${inRow.length === 0 ? '' : `: ${nameOnScreen(values ?? [], inRow)}`}`;
}
