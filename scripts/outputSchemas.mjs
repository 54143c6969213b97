import { readFileSync } from 'node:fs';
import path from 'node:path';

import { format, resolveConfig } from 'prettier';
import ts from 'typescript';

import { documentedFields } from './documentedFields.mjs';
import { schemaOfTypes } from './schemaOfType.mjs';

/** Fields that the items of every node that works on one budget may have. */
const OF_A_BUDGET = 'shared/budgetNode BudgetItem';

/** What makes the items of each node, and of each operation of a resource of a node that has some: a file, and a function or a type in it. */
const ITEMS = {
	Backtest: ['Backtest/policyItems policyItems', OF_A_BUDGET],
	CheckExhaustion: ['shared/exhaustionItem exhaustionItem', 'CheckExhaustion/withDigests digestFields', OF_A_BUDGET],
	ConfirmPush: ['ConfirmPush/confirmationItem confirmationItem', OF_A_BUDGET],
	IngestPerformance: ['IngestPerformance/ingestRows summaryItem', 'IngestPerformance/ingestRows rejectedItem'],
	OptimizeAllocation: ['shared/planItem planItem', 'shared/planItem planHourItems'],
	'PacingBudget/alert/markTold': ['PacingBudget/markToldItems markedItem'],
	'PacingBudget/budget/createOrUpdate': ['PacingBudget/budgetItem definitionItem', OF_A_BUDGET],
	'PacingBudget/budget/delete': ['PacingBudget/operations deletedItem'],
	'PacingBudget/budget/get': ['PacingBudget/budgetItem definitionItem', OF_A_BUDGET],
	'PacingBudget/budget/getAll': ['PacingBudget/budgetItem definitionItem', OF_A_BUDGET],
	'PacingBudget/budget/simulate': ['PacingBudget/scenarioItems scenarioItems', OF_A_BUDGET],
	'PacingBudget/budget/status': ['PacingBudget/budgetItem statusItem', OF_A_BUDGET],
	'PacingBudget/report/create': ['PacingBudget/operations reportItem', OF_A_BUDGET],
	'PacingBudget/report/overview': ['PacingBudget/overviewItem OverviewItem'],
	PacingTrigger: ['shared/exhaustionItem exhaustionItem', OF_A_BUDGET],
	PreparePush: ['PreparePush/pushItems pushItems'],
	Reallocate: ['Reallocate/reallocationItem reallocationItem', OF_A_BUDGET],
};

/**
 * The output of every node as n8n shows it before the first run, from the types of what makes the items.
 *
 * @returns (node, resource and operation) where n8n looks for the schema, the schema, and the fields that the reference documents
 */
export function outputSchemas(root) {
	const config = ts.getParsedCommandLineOfConfigFile(path.join(root, 'tsconfig.json'), {}, ts.sys);
	const program = ts.createProgram(config.fileNames, config.options);
	const checker = program.getTypeChecker();
	return Object.entries(ITEMS).map(([name, makers]) => {
		const [node, resource, operation] = name.split('/');
		const types = makers.flatMap((maker) => itemsOf(checker, declaredType(program, root, maker)));
		const { type, properties } = schemaOfTypes(checker, types);
		const documented = documentedFields(pageOf(root, node), operation && nameOnScreen(root, node, resource, operation));
		const schema = { type, version: 1, properties: inOrder(properties, documented) };
		return { node, resource, operation, file: fileOf(root, node, resource, operation), schema, documented };
	});
}

/** What a schema's file contains. */
export async function schemaText(file, schema) {
	return await format(JSON.stringify(schema), { ...(await resolveConfig(file)), filepath: file });
}

/** The fields of an item in the order of the reference, those that are missing there last. */
function inOrder(properties, documented) {
	const order = [...new Set(documented.map((field) => field.split('.')[0]))];
	const place = (name) => (order.includes(name) ? order.indexOf(name) : order.length);
	return Object.fromEntries(Object.entries(properties).sort(([a], [b]) => place(a) - place(b)));
}

const read = (root, file) => readFileSync(path.join(root, file), 'utf8');

/** The page of the reference about a node. */
const pageOf = (root, node) =>
	read(root, `docs/reference/nodes/${node.replaceAll(/\B[A-Z]/g, '-$&').toLowerCase()}.md`);

function nameOnScreen(root, node, resource, operation) {
	const options = read(root, `nodes/${node}/${resource}OperationProperty.ts`).matchAll(
		/\bname: '(.+?)',\s+value: '(\w+)'/g,
	);
	return [...options].find(([, , value]) => value === operation)[1];
}

/** Of the node's version, with three parts; a folder for it, with one for each resource, if the node has operations; a file if not. */
function fileOf(root, node, ...operation) {
	const [, version] = /^\t\tversion: (\d+),$/m.exec(read(root, `nodes/${node}/${node}.node.ts`));
	return `nodes/${node}/__schema__/${['v' + version + '.0.0', ...operation].filter(Boolean).join('/')}.json`;
}

/** The type that a declaration stands for: what a function returns, or a type itself. */
function declaredType(program, root, maker) {
	const [file, name] = maker.split(' ');
	const checker = program.getTypeChecker();
	const source = program.getSourceFile(path.join(root, `nodes/${file}.ts`));
	const symbol = checker
		.getSymbolsInScope(source.endOfFileToken, ts.SymbolFlags.Function | ts.SymbolFlags.Variable | ts.SymbolFlags.Type)
		.find(
			(one) => one.name === name && one.declarations?.some((declaration) => declaration.getSourceFile() === source),
		);
	if (symbol === undefined) throw new Error(`nodes/${file}.ts has no '${name}'`);
	if (symbol.flags & ts.SymbolFlags.Type) return checker.getDeclaredTypeOfSymbol(symbol);
	const [signature] = checker.getTypeOfSymbolAtLocation(symbol, source).getCallSignatures();
	return signature.getReturnType();
}

/** One item: of a list its entries, and of what is on its way to an output the fields. */
function itemsOf(checker, type) {
	const [item = type] = checker.isArrayType(type) ? checker.getTypeArguments(type) : [];
	const members = item.isUnion() ? item.types : [item];
	const json = members.flatMap((member) => member.getProperty('json') ?? []);
	return json.length === members.length && json.length > 0 ? json.map((one) => checker.getTypeOfSymbol(one)) : [item];
}
