// Figures of a report: the account's hours, grouped by resource and by the segments that a query selects.
import { localHour } from '../localTime.mjs';
import { METRICS, SEGMENTS } from './rows.mjs';

/**
 * Rows of resources with their metrics; of those without figures only where nothing is segmented.
 *
 * @param entities  rows of resources, with the campaigns that their figures are of
 * @param reported  hours of campaigns
 * @param segments  names of the selected segments
 * @param isWithin  whether the segments of an hour are asked for
 */
export function reportRows(entities, reported, { timeZone, segments, isWithin }) {
	const groups = new Map();
	const groupOf = (position, within) => {
		const key = [position, ...segments.map((name) => within[name])].join('|');
		if (!groups.has(key)) groups.set(key, { row: entities[position].row, segments: within, figures: [] });
		return groups.get(key);
	};
	if (segments.length === 0) for (const position of entities.keys()) groupOf(position, {});
	const positions = new Map();
	for (const [position, { campaignIds }] of entities.entries()) {
		for (const id of campaignIds) positions.set(id, [...(positions.get(id) ?? []), position]);
	}
	const segmentsOf = hourSegments(timeZone);
	for (const figures of reported) {
		const all = segmentsOf(figures.startMs);
		if (!isWithin(all)) continue;
		const within = Object.fromEntries(segments.map((name) => [name, all[name]]));
		for (const position of positions.get(figures.campaignId) ?? []) groupOf(position, within).figures.push(figures);
	}
	return [...groups.values()].map(({ row, segments: within, figures }) => ({
		...row,
		segments: within,
		metrics: Object.fromEntries(
			Object.entries(METRICS).map(([name, of]) => [name, figures.reduce((sum, figure) => sum + of(figure), 0)]),
		),
	}));
}

/** The segments of an hour that begins at an instant; the campaigns of an account share their hours. */
function hourSegments(timeZone) {
	const known = new Map();
	return (startMs) => {
		if (!known.has(startMs)) {
			const hour = localHour(startMs, timeZone);
			known.set(startMs, Object.fromEntries(Object.entries(SEGMENTS).map(([name, of]) => [name, of(hour)])));
		}
		return known.get(startMs);
	};
}
