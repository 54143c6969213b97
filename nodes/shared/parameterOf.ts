import type { IExecuteFunctions, INodeParameters } from 'n8n-workflow';

interface KnownParameters {
	readonly entered: INodeParameters;
	/** Of the parameters without an expression, as far as they were read. */
	readonly values: Map<string, unknown>;
}

/** By execution of a node. n8n copies the whole node whenever it is asked for it. */
const known = new WeakMap<IExecuteFunctions, KnownParameters>();

function parametersOf(context: IExecuteFunctions): KnownParameters {
	const parameters = known.get(context) ?? { entered: context.getNode().parameters, values: new Map() };
	known.set(context, parameters);
	return parameters;
}

/** Parameters as they are entered, expressions as text. */
export const enteredIn = (context: IExecuteFunctions): INodeParameters => parametersOf(context).entered;

/** The value of a parameter for an item; null where it is hidden. Without an expression in it, it is the same for all, and read once. */
export function parameterOf(context: IExecuteFunctions, name: string, itemIndex: number): unknown {
	const { entered, values } = parametersOf(context);
	if (isExpression(entered[name])) return context.getNodeParameter(name, itemIndex, null);
	if (!values.has(name)) values.set(name, context.getNodeParameter(name, itemIndex, null));
	return values.get(name);
}

/** Whether what is entered is an expression, or holds one. */
export const isExpression = (entered: unknown): boolean =>
	typeof entered === 'string'
		? entered.startsWith('=')
		: typeof entered === 'object' && entered !== null && Object.values(entered).some(isExpression);
