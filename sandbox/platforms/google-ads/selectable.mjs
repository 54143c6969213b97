// Which fields a query may name, by Google's definitions and by what the sandbox knows.
import { AdsError } from './errors.mjs';
import { fieldAt, isMessageField, messageType } from './messages.mjs';
import { METRICS, SEGMENTS } from './rows.mjs';

export const ROW = messageType('services.GoogleAdsRow');

/** An error of a query. */
export const fault = (code, message) => new AdsError('query_error', code, message, ['query']);

/** A field that may be selected FROM a resource. */
export function selectable(name, from, { attributed, hasMetrics }) {
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
