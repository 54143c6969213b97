import assert from 'node:assert/strict';
import { test } from 'node:test';

import ts from 'typescript';

import { schemaOfTypes } from '../../scripts/schemaOfType.mjs';

const object = (properties) => ({ type: 'object', properties });
const number = { type: 'number' };

const CASES = [
	{
		type: '{ spent: number; name?: string }',
		schema: object({ spent: number, name: { type: 'string' } }),
		because: 'a field that may be absent is shown',
	},
	{
		type: "'raise' | 'lower'",
		schema: { type: 'string', enum: ['lower', 'raise'] },
		because: 'choices are named, in an order that does not depend on other code',
	},
	{
		type: "'raise' | null",
		schema: { type: ['string', 'null'], enum: ['raise', null] },
		because: 'no choice is one too',
	},
	{ type: "'raise' | string", schema: { type: 'string' }, because: 'any text is no list of choices' },
	{ type: 'boolean | undefined', schema: { type: 'boolean' }, because: 'JSON has nothing for undefined' },
	{ type: 'number | null', schema: { type: ['number', 'null'] }, because: 'the editor shows the first type' },
	{ type: 'string | number | null', schema: { type: ['number', 'string', 'null'] }, because: 'null is last' },
	{
		type: '{ low: number } | null',
		schema: object({ low: number }),
		because: 'the editor shows no fields of a type in a list',
	},
	{
		type: '{ low: number } & { high: number }',
		schema: object({ low: number, high: number }),
		because: 'an intersection has the fields of both',
	},
	{
		type: '{ a: number } | { a: null; b: number }',
		schema: object({ a: { type: ['number', 'null'] }, b: number }),
		because: 'items of several kinds leave one node',
	},
	{
		type: 'readonly { a: number }[]',
		schema: { type: 'array', items: object({ a: number }) },
		because: 'a list has the fields of its entries',
	},
	{ type: 'Record<string, string>', schema: { type: 'object' }, because: 'the names are not known' },
	{ type: 'object', schema: { type: 'object' }, because: 'nothing is known of it' },
	{
		type: '{ a: { b: { c: { d: { e: number } } } } }',
		schema: object({ a: object({ b: object({ c: object({ d: { type: 'object' } }) }) }) }),
		because: 'deep fields are seldom mapped',
	},
	{
		type: '{ a: unknown }',
		error: /^a: its type is not known$/,
		because: 'a field without a type would be shown as none',
	},
];

const SOURCE = 'cases.ts';
const sources = CASES.map(({ type }, position) => `type Case${position} = ${type};`).join('\n');
const host = ts.createCompilerHost({});
const program = ts.createProgram(
	[SOURCE],
	{ strict: true },
	{
		...host,
		getSourceFile: (name, version) =>
			name === SOURCE ? ts.createSourceFile(name, sources, version) : host.getSourceFile(name, version),
	},
);
const checker = program.getTypeChecker();

CASES.forEach(({ type, schema, error, because }, position) => {
	test(`${type}: ${because}`, () => {
		const { name } = program.getSourceFile(SOURCE).statements[position];
		const made = () => schemaOfTypes(checker, [checker.getDeclaredTypeOfSymbol(checker.getSymbolAtLocation(name))]);
		if (error === undefined) assert.deepEqual(made(), schema);
		else assert.throws(made, { message: error });
	});
});
