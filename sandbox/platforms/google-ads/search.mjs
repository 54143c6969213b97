// googleAds:search and googleAds:searchStream: queries checked against Google's definitions, answered from the account.
import { localHour } from '../localTime.mjs';
import { AdsError } from './errors.mjs';
import { parseQuery } from './gaql.mjs';
import {
	camelCase,
	enumValues,
	fieldAt,
	isMessageField,
	isNumeric,
	jsonValue,
	messageType,
	valueAt,
} from './messages.mjs';
import { METRICS, RESOURCES, SEGMENTS } from './rows.mjs';

const ROW = messageType('services.GoogleAdsRow');

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

const fault = (code, message) => new AdsError('query_error', code, message, ['query']);

/**
 * Runs a query.
 *
 * @param onReport a fault's view of the account's report
 * @returns rows of JSON, and the field mask
 * @throws AdsError as Google refuses it
 */
export function runQuery(account, text, onReport) {
	const query = parseQuery(text);
	const resource = RESOURCES[query.from];
	if (resource === undefined) throw badResource(query.from);
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
		rows: rows.slice(0, query.limit ?? undefined).map((row) => toJson(row, selected)),
		fieldMask: selected.map(({ path }) => path.split('.').map(camelCase).join('.')).join(','),
	};
}

const badResource = (name) =>
	fault(
		'BAD_RESOURCE_TYPE_IN_FROM_CLAUSE',
		`Error in query: '${name}' is not a valid resource name that the sandbox has (${Object.keys(RESOURCES).join(', ')}).`,
	);

/** A field that may be selected FROM a resource. */
function selectable(name, from, { attributed, hasMetrics }) {
	const found = /^[a-z]/.test(name) && name === name.toLowerCase() ? fieldAt(ROW, name) : undefined;
	if (found === undefined) throw fault('UNRECOGNIZED_FIELD', `Unrecognized field in the query: '${name}'.`);
	if (isMessageField(found.field))
		throw fault('PROHIBITED_FIELD_IN_SELECT_CLAUSE', `The field '${name}' has subfields and cannot be selected.`);
	const [head, rest] = [name.split('.')[0], name.slice(name.indexOf('.') + 1)];
	const isFigure = head === 'metrics' || head === 'segments';
	if (isFigure && !hasMetrics) {
		const code =
			head === 'metrics'
				? 'PROHIBITED_METRIC_IN_SELECT_OR_WHERE_CLAUSE'
				: 'PROHIBITED_SEGMENT_IN_SELECT_OR_WHERE_CLAUSE';
		throw fault(
			code,
			`Cannot select or filter on the following ${head}: '${name}', since it is incompatible with the resource in the FROM clause.`,
		);
	}
	if (isFigure && !Object.hasOwn(head === 'metrics' ? METRICS : SEGMENTS, rest)) {
		throw fault('QUERY_ERROR', `The sandbox does not report '${name}'.`);
	}
	if (!isFigure && head !== from && !attributed.includes(head)) {
		throw fault(
			'PROHIBITED_RESOURCE_TYPE_IN_SELECT_CLAUSE',
			`The following field may not be used in SELECT clause: '${name}', since it cannot be selected with the resource '${from}'.`,
		);
	}
	return found;
}

/** A condition with its values as those of its field. */
function readCondition({ field: name, operator, values }, from, resource, account) {
	const { field, path } = selectable(name, from, resource);
	const names = enumValues(field);
	const isDate = path === 'segments.date' || path === 'segments.month';
	if (operator === 'DURING') {
		if (!isDate) throw fault('OPERATOR_FIELD_MISMATCH', `Operator DURING cannot be used with the field '${name}'.`);
		return { path, operator: 'BETWEEN', values: datesDuring(values[0], account) };
	}
	for (const value of values) {
		if (names !== undefined && !names.includes(value))
			throw fault('BAD_ENUM_CONSTANT', `Invalid enum value cannot be included in WHERE clause: '${value}'.`);
		if (isNumeric(field) && !/^-?\d+(\.\d+)?$/.test(value))
			throw fault('BAD_NUMBER', `The value '${value}' of '${name}' is not a number.`);
		if (isDate && !/^\d{4}-\d{2}-\d{2}$/.test(value))
			throw fault('INVALID_DATE_FORMAT', `The date '${value}' must be yyyy-MM-dd.`);
	}
	if (operator.endsWith('LIKE') && (names !== undefined || isNumeric(field))) {
		throw fault('OPERATOR_FIELD_MISMATCH', `Operator ${operator} cannot be used with the field '${name}'.`);
	}
	return { path, operator, values: isNumeric(field) ? values.map(Number) : values };
}

const DAY_MS = 86_400_000;

/** The dates of a range such as LAST_7_DAYS, which does not include today. */
function datesDuring(range, { nowMs, timeZone }) {
	const today = Date.parse(localHour(nowMs, timeZone).date);
	const date = (ms) => new Date(ms).toISOString().slice(0, 10);
	const month = (offset) => Date.UTC(new Date(today).getUTCFullYear(), new Date(today).getUTCMonth() + offset, 1);
	const ranges = {
		TODAY: [today, today],
		YESTERDAY: [today - DAY_MS, today - DAY_MS],
		LAST_7_DAYS: [today - 7 * DAY_MS, today - DAY_MS],
		LAST_14_DAYS: [today - 14 * DAY_MS, today - DAY_MS],
		LAST_30_DAYS: [today - 30 * DAY_MS, today - DAY_MS],
		THIS_MONTH: [month(0), today],
		LAST_MONTH: [month(-1), month(0) - DAY_MS],
	};
	if (!Object.hasOwn(ranges, range))
		throw fault('INVALID_VALUE_WITH_DURING_OPERATOR', `Invalid date literal supplied for DURING operator: ${range}.`);
	return ranges[range].map(date);
}

function rowsOf(account, { from }, { resource, selected, conditions, onReport }) {
	const named = (prefix) =>
		selected
			.map(({ path }) => path)
			.filter((path) => path.startsWith(prefix))
			.map((path) => path.slice(prefix.length));
	const segments = named('segments.');
	const isFiltered = (path) => conditions.some((condition) => condition.path === path);
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
	const reported = onReport(account.reported(instants(first, last, account)));
	const groups = new Map();
	if (segments.length === 0)
		for (const { row } of entities)
			groups.set(row.resource_name ?? JSON.stringify(row[from]), { ...row, segments: {}, figures: [] });
	for (const figures of reported) {
		const hour = localHour(figures.startMs, account.timeZone);
		const all = Object.fromEntries(Object.entries(SEGMENTS).map(([name, of]) => [name, of(hour)]));
		if (
			!conditions.every((condition) => !condition.path.startsWith('segments.') || holds(condition, { segments: all }))
		)
			continue;
		for (const { row, campaignIds } of entities) {
			if (!campaignIds.includes(figures.campaignId)) continue;
			const within = Object.fromEntries(segments.map((name) => [name, all[name]]));
			const key = JSON.stringify(row[from]) + (segments.length > 0 ? JSON.stringify(within) : '');
			if (!groups.has(key)) groups.set(key, { ...row, segments: within, figures: [] });
			groups.get(key).figures.push(figures);
		}
	}
	const metrics = named('metrics.');
	return [...groups.values()]
		.map(({ figures, ...row }) => ({
			...row,
			metrics: Object.fromEntries(
				Object.entries(METRICS).map(([name, of]) => [name, figures.reduce((sum, figure) => sum + of(figure), 0)]),
			),
		}))
		.filter((row) => conditions.every((condition) => !condition.path.startsWith('metrics.') || holds(condition, row)))
		.filter((row) => segments.length === 0 || metrics.length === 0 || metrics.some((name) => row.metrics[name] !== 0))
		.sort(
			(a, b) =>
				compare(a.segments.date, b.segments.date) ||
				compare(a.segments.hour, b.segments.hour) ||
				(isFiltered('campaign.id') ? 0 : compare(a.campaign?.id, b.campaign?.id)),
		);
}

const isFigure = ({ path }) => path.startsWith('metrics.') || path.startsWith('segments.');

/** The first and last date that conditions allow; null where open. */
function dateRange(conditions) {
	let [first, last] = [null, null];
	for (const { path, operator, values } of conditions) {
		if (path !== 'segments.date') continue;
		if (['=', '>=', '>', 'BETWEEN', 'IN'].includes(operator)) first = [...values].sort()[0];
		if (['=', '<=', '<', 'BETWEEN', 'IN'].includes(operator)) last = [...values].sort().at(-1);
	}
	return [first, last];
}

/** Instants that contain all hours of these dates in any zone. */
const instants = (first, last, { nowMs }) => ({
	fromMs: first === null ? 0 : Date.parse(first) - 15 * HOUR_MS,
	untilMs: Math.min(nowMs, last === null ? nowMs : Date.parse(last) + 39 * HOUR_MS),
});

const compare = (a, b) => (a === b ? 0 : a === undefined || a < b ? -1 : 1);

function holds({ path, operator, values }, row) {
	const read = valueAt(row, path);
	const value = typeof values[0] === 'number' && read !== undefined ? Number(read) : read;
	switch (operator) {
		case '=':
			return value === values[0];
		case '!=':
			return value !== values[0];
		case '<':
			return value < values[0];
		case '>':
			return value > values[0];
		case '<=':
			return value <= values[0];
		case '>=':
			return value >= values[0];
		case 'IN':
			return values.includes(value);
		case 'NOT IN':
			return !values.includes(value);
		case 'BETWEEN':
			return value >= values[0] && value <= values[1];
		case 'IS NULL':
			return value === undefined;
		case 'IS NOT NULL':
			return value !== undefined;
		default: {
			const pattern = values[0]
				.split('%')
				.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('_', '.'));
			return new RegExp(`^${pattern.join('.*')}$`, 'i').test(String(value)) === (operator === 'LIKE');
		}
	}
}

/** A row with its selected fields and the resource names that Google always adds, in JSON. */
function toJson(row, selected) {
	const json = {};
	const put = ({ field, path }) => {
		const value = valueAt(row, path);
		if (value === undefined) return;
		const names = path.split('.').map(camelCase);
		const parent = names.slice(0, -1).reduce((node, name) => (node[name] ??= {}), json);
		parent[names.at(-1)] = jsonValue(field, value);
	};
	for (const { path } of selected) {
		const [head] = path.split('.');
		if (row[head]?.resource_name !== undefined) put(fieldAt(ROW, `${head}.resource_name`));
	}
	for (const found of selected) put(found);
	return json;
}
