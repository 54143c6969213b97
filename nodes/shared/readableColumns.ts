import type { IDataObject } from 'n8n-workflow';

import { dayOutlook, dayStatus, type PacingState } from '../../src/index';

/** The columns of the table of states that are there for people to read, in their order. */
export function readableColumns(state: PacingState, nowMs: number): IDataObject {
	const { name, currency } = state.definition;
	const { spent, amount } = dayStatus(state, { nowMs });
	const { status, paceRatio, projected } = dayOutlook(state, { nowMs });
	return {
		name: name === undefined ? null : inert(name),
		status,
		spentToday: Number(spent),
		dayAmount: Number(amount),
		pace: Number.isFinite(paceRatio) ? Number(paceRatio.toFixed(2)) : null,
		projectedToday: Number(projected),
		currency,
		updated: new Date(nowMs).toISOString(),
	};
}

/** What spreadsheets take for a formula when they open the table as CSV. */
const FORMULA = /^[=+\-@\t\r]/;

/** Text that stays text in a spreadsheet: an apostrophe before what would be a formula. */
const inert = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);
