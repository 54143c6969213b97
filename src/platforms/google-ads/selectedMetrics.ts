import { isMissing } from '../../reports/readNumber';
import type { ReportRow } from '../../reports/reportRows';
import { fieldsOf, type Row } from '../../reports/row';

/**
 * The metrics that the query of each row selected, by the names that rows give them.
 *
 * The response names them in its field mask. Rows that come without their response were selected like each other, so a metric that one of
 * them has was selected for all.
 */
export function selectedMetrics(report: readonly ReportRow[]): (row: Row) => ReadonlySet<string> {
	const masks = new Map<Row | null, ReadonlySet<string> | null>();
	const selected = new WeakMap<Row, ReadonlySet<string>>();
	const withoutMask = new Set<string>();
	for (const { readable, response } of report) {
		if (readable === null) continue;
		if (!masks.has(response)) masks.set(response, response === null ? null : metricsIn(response['fieldMask']));
		const mask = masks.get(response)!;
		selected.set(readable, mask ?? withoutMask);
		if (mask !== null) continue;
		for (const [metric, value] of Object.entries(fieldsOf(readable, 'metrics')))
			if (!isMissing(value)) withoutMask.add(metric);
	}
	return (row) => selected.get(row) ?? withoutMask;
}

/** Longer than the mask of every metric. */
const MAX_LENGTH = 20_000;

/** The metrics of a field mask such as "campaign.id,metrics.costMicros"; null if there is none. */
function metricsIn(mask: unknown): ReadonlySet<string> | null {
	if (typeof mask !== 'string' || mask === '') return null;
	const fields = mask.slice(0, MAX_LENGTH).split(',');
	return new Set(fields.flatMap((field) => (field.startsWith(PREFIX) ? [field.slice(PREFIX.length)] : [])));
}

const PREFIX = 'metrics.';
