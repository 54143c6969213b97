import type { IDataObject } from 'n8n-workflow';

import { type PacingState, pacingStatus } from '../../src/index';

/** What a person sees of a budget in the table of states. */
export function readableColumns(state: PacingState, nowMs: number): IDataObject {
	const { name, currency, day, status } = pacingStatus(state, { nowMs });
	return {
		name,
		currency,
		spentToday: Number(day.spent),
		dayAmount: Number(day.amount),
		pace: Number.isFinite(day.paceRatio) ? day.paceRatio : null,
		status,
		updated: new Date(nowMs).toISOString(),
	};
}
