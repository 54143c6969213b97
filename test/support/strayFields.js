const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const NODES = join(__dirname, '../../nodes');

/** One schema is shown for both outputs of Optimize Allocation: an hour has a number where a plan has an interval. */
const OF_AN_HOUR = ['conversions', 'revenue', 'impressions'].map((result) => `expected.${result} (number)`);

/**
 * Fields of output items that the schema of their node does not have, or has with another type. States and errors may be there, and fields of the input
 * if they are to be kept.
 */
exports.strayFields = (type, { parameters: { options, ...choice }, input, output }) => {
	if (output.every((item) => 'error' in item)) return [];
	const schema = readSchema(type, choice);
	const kept = options?.keepInputFields ? input.flatMap((item) => Object.keys(item)) : [];
	const carried = new Set(['pacingState', ...kept]);
	const strays = output.flatMap((item) => ('error' in item ? [] : straysOf(item, schema, '', carried)));
	return [...new Set(strays)].filter((path) => type !== 'optimizeAllocation' || !OF_AN_HOUR.includes(path));
};

/** The fields that items of a node have. */
exports.fieldsOf = (type, parameters) => Object.keys(readSchema(type, parameters).properties);

function readSchema(type, { resource = 'budget', operation = 'createOrUpdate' }) {
	const node = type[0].toUpperCase() + type.slice(1);
	const file = node === 'PacingBudget' ? `v1.0.0/${resource}/${operation}.json` : 'v1.0.0.json';
	return JSON.parse(readFileSync(join(NODES, node, '__schema__', file), 'utf8'));
}

function straysOf(value, { type, enum: choices, items, properties }, path, carried) {
	const types = [type].flat();
	const kind = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
	const mayBeNull = types.some((one) => ['null', 'object', 'array'].includes(one));
	if (value === null ? !mayBeNull : !types.includes(kind)) return [`${path} (${kind})`];
	if (choices !== undefined && value !== null && !choices.includes(value)) return [`${path} (${value})`];
	if (kind === 'array') return value.flatMap((entry) => straysOf(entry, items, `${path}[]`, carried));
	if (kind !== 'object' || properties === undefined) return [];
	return Object.entries(value).flatMap(([name, field]) => {
		const own = path === '' ? name : `${path}.${name}`;
		if (properties[name] === undefined) return carried.has(name) ? [] : [own];
		return field === undefined ? [] : straysOf(field, properties[name], own, carried);
	});
}
