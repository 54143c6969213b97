import { createRequire } from 'node:module';

import { sum } from 'simple-statistics';

import { CAMPAIGNS } from './campaignWorld.mjs';

const { createState, ingest, reallocate } = createRequire(import.meta.url)('../../dist/src/index.js');

const HOUR_MS = 3_600_000;
const START_MS = Date.UTC(2026, 0, 5);

/** The core as a user runs it: it ingests a day and is evaluated at its end; the changes it acts on count as detected. */
function core() {
	const ids = Array.from({ length: CAMPAIGNS }, (_, position) => String(position));
	const campaigns = ids.map((campaignId) => ({ campaignId }));
	let nowMs = START_MS;
	let state = createState({ budgetId: 'b', currency: 'EUR', timeZone: 'UTC', dailyAmount: 100 * CAMPAIGNS, campaigns });
	return (days) => {
		const windows = days.flatMap((day, after) =>
			day.flatMap(({ spend, conversions }, position) =>
				conversions.map((count, hour) => ({
					campaignId: ids[position],
					startMs: nowMs + (24 * after + hour) * HOUR_MS,
					endMs: nowMs + (24 * after + hour + 1) * HOUR_MS,
					spend: Number((spend / 24).toFixed(6)),
					conversions: count,
				})),
			),
		);
		nowMs += days.length * 24 * HOUR_MS;
		({ state } = ingest(state, windows, nowMs));
		const { state: next, reallocation } = reallocate(state, { nowMs, strategy: 'adaptive_ml' });
		state = next;
		const { changed, evidence } = reallocation;
		return changed ? evidence.changes.map(({ campaignId }) => ids.indexOf(campaignId)) : [];
	};
}

/**
 * Conversions per unit of spend differ by 15% between the halves of the last eight days, as GAELP compares hours.
 *
 * @see budget_optimizer.py of https://github.com/harikravich/AELP
 */
function gaelpRule() {
	const history = [];
	return (days) => {
		history.push(...days);
		const [earlier, later] = [history.slice(-8, -4), history.slice(-4)];
		return Array.from({ length: CAMPAIGNS }, (_, position) => position).filter((position) => {
			const [before, now] = [earlier, later].map(
				(half) => sum(half.map((day) => sum(day[position].conversions))) / sum(half.map((day) => day[position].spend)),
			);
			return Math.abs(now / before - 1) > 0.15;
		});
	};
}

/** Each takes complete days in order and returns the positions of the campaigns detected as changed after the last. */
export const DETECTORS = {
	'**this package**': core,
	"GAELP's 15% rule on campaigns (github.com/harikravich/AELP)": gaelpRule,
};
