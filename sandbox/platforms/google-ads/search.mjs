// googleAds:search and googleAds:searchStream: queries checked against Google's definitions, answered from the account.
import { compare, dateRange, holds, readCondition } from './conditions.mjs';
import { parseQuery } from './gaql.mjs';
import { camelCase, fieldAt, jsonValue, valueAt } from './messages.mjs';
import { reportRows } from './report.mjs';
import { RESOURCES } from './rows.mjs';
import { fault, ROW, selectable } from './selectable.mjs';

const HOUR_MS = 3_600_000;

/** Segments of time, which need a finite range of dates. */
const CORE_DATE_SEGMENTS = [
	'segments.date',
	'segments.hour',
	'segments.day_of_week',
	'segments.month',
	'segments.week',
	'segments.quarter',
	'segments.year',
];

/**
 * Runs a query.
 *
 * @param onReport a fault's view of the account's report
 * @returns rows of JSON, and the field mask
 * @throws AdsError as Google refuses it
 */
export function runQuery(account, text, onReport) {
	const query = parseQuery(text);
	if (!Object.hasOwn(RESOURCES, query.from)) throw badResource(query.from);
	const resource = RESOURCES[query.from];
	const selected = query.select.map((name) => selectable(name, query.from, resource));
	const conditions = query.where.map((condition) => readCondition(condition, query.from, resource, account));
	const names = new Set(selected.map(({ path }) => path));
	for (const { path } of conditions) {
		if (path.startsWith('segments.') && path !== 'segments.date' && !names.has(path)) {
			throw fault('EXPECTED_REFERENCED_FIELD_IN_SELECT_CLAUSE', `Expected referenced field ${path} in SELECT clause.`);
		}
	}
	const order = query.orderBy.map(({ field, descending }) => {
		const { path } = selectable(field, query.from, resource);
		if (!names.has(path))
			throw fault(
				'EXPECTED_REFERENCED_FIELD_IN_SELECT_CLAUSE',
				`The ORDER BY field ${path} must be in the SELECT clause.`,
			);
		return { path, descending };
	});
	const rows = rowsOf(account, query, { resource, selected, conditions, onReport });
	for (const { path, descending } of order.reverse())
		rows.sort((a, b) => (descending ? -1 : 1) * compare(valueAt(a, path), valueAt(b, path)));
	return {
		rows: rows.slice(0, query.limit ?? undefined).map(jsonWriter(selected)),
		fieldMask: selected.map(({ path }) => path.split('.').map(camelCase).join('.')).join(','),
	};
}

const badResource = (name) =>
	fault(
		'BAD_RESOURCE_TYPE_IN_FROM_CLAUSE',
		`Error in query: '${name}' is not a valid resource name that the sandbox has (${Object.keys(RESOURCES).join(', ')}).`,
	);

const isFigure = ({ path }) => path.startsWith('metrics.') || path.startsWith('segments.');

function rowsOf(account, { from }, { resource, selected, conditions, onReport }) {
	const named = (prefix) =>
		selected
			.map(({ path }) => path)
			.filter((path) => path.startsWith(prefix))
			.map((path) => path.slice(prefix.length));
	const segments = named('segments.');
	const isReport =
		segments.length > 0 ||
		[...selected, ...conditions].some(({ path }) => path.startsWith('metrics.') || path === 'segments.date');
	const [first, last] = dateRange(conditions);
	if (
		segments.some((segment) => CORE_DATE_SEGMENTS.includes(`segments.${segment}`)) &&
		(first === null || last === null)
	) {
		throw fault(
			'EXPECTED_FILTERS_ON_DATE_RANGE',
			'Queries that select a date segment must have a finite range of dates in the WHERE clause.',
		);
	}
	const entities = resource
		.rows(account)
		.filter(({ row }) => conditions.every((condition) => isFigure(condition) || holds(condition, row)));
	if (!isReport) return entities.map(({ row }) => row);
	const holdOf = (prefix, row) =>
		conditions.every((condition) => !condition.path.startsWith(prefix) || holds(condition, row));
	const metrics = named('metrics.');
	return reportRows(entities, onReport(account.reported(instants(first, last, account))), {
		timeZone: account.timeZone,
		segments,
		isWithin: (all) => holdOf('segments.', { segments: all }),
	})
		.filter((row) => holdOf('metrics.', row))
		.filter((row) => segments.length === 0 || metrics.length === 0 || metrics.some((name) => row.metrics[name] !== 0))
		.sort(
			(a, b) =>
				compare(a.segments.date, b.segments.date) ||
				compare(a.segments.hour, b.segments.hour) ||
				compare(a.campaign?.id, b.campaign?.id),
		);
}

/** Instants that contain all hours of these dates in any zone. */
const instants = (first, last, { nowMs }) => ({
	fromMs: first === null ? 0 : Date.parse(first) - 15 * HOUR_MS,
	untilMs: Math.min(nowMs, last === null ? nowMs : Date.parse(last) + 39 * HOUR_MS),
});

/** How rows with these fields, and the resource names that Google always adds, are written in JSON. */
function jsonWriter(selected) {
	const heads = new Set(selected.map(({ path }) => path.split('.')[0]));
	const named = [...heads].flatMap((head) => fieldAt(ROW, `${head}.resource_name`) ?? []);
	const fields = [...named, ...selected].map(({ field, path }) => ({
		field,
		path,
		names: path.split('.').map(camelCase),
	}));
	return (row) => {
		const json = {};
		for (const { field, path, names } of fields) {
			const value = valueAt(row, path);
			if (value === undefined) continue;
			const parent = names.slice(0, -1).reduce((node, name) => (node[name] ??= {}), json);
			parent[names.at(-1)] = jsonValue(field, value);
		}
		return json;
	};
}
