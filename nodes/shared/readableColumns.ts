import type { IDataObject } from 'n8n-workflow';

import { checkExhaustion, dayStanding, type PacingState } from '../../src/index';

/** What a person sees of a budget in the table of states. */
export function readableColumns(state: PacingState, nowMs: number): IDataObject {
	const { name = null, currency } = state.definition;
	const { spent, amount } = dayStanding(state, { nowMs });
	const { status, paceRatio } = checkExhaustion(state, { nowMs }).exhaustion;
	return {
		name,
		currency,
		spentToday: Number(spent),
		dayAmount: Number(amount),
		pace: Number.isFinite(paceRatio) ? paceRatio : null,
		status,
		updated: new Date(nowMs).toISOString(),
	};
}
