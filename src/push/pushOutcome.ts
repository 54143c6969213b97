import { atBaseUrl, type PushRequest } from '../levers/pushRequest';
import { guardNotes } from '../notes/guardNotes';
import type { Note } from '../notes/note';
import { dryRunId, pushId } from '../records/pushId';
import { isAmountLever, isTargetLever, type PushRecord } from '../records/pushRecord';
import type { HeldChange, PreparedEdit, PreparedRequest, WantedEdit } from './preparedPush';
import type { PushJob } from './pushJob';

/** Outcome of one edit. */
export interface PushOutcome {
	/** Whether a cut was held by the platform's quota although money is in danger. */
	readonly notLowered?: boolean;
	readonly request: PreparedRequest | null;
	readonly record: PushRecord | null;
	readonly held: readonly HeldChange[];
}

/** An edit that passed its guards. */
interface PassedEdit extends Omit<PreparedEdit, 'pushId'> {
	readonly request: PushRequest;
	/** Parts of it that were held back. */
	readonly held: readonly HeldChange[];
}

/** Nothing to do, and nothing to say. */
export const NO_OUTCOME: PushOutcome = { request: null, record: null, held: [] };

/** The outcome of a passed edit: a request and a record; or held back, in a dry run that the platform does not support. */
export function pushed(
	{ request, held, ...edit }: PassedEdit,
	{ target, platform, account, plan, dryRun, moment, limits }: PushJob,
): PushOutcome {
	const { object, lever, reason, from, to, exchange } = edit;
	const edited = { platform: target.platform, object, lever };
	const id = dryRun ? dryRunId(edited) : pushId(plan.date, edited, moment.planId, moment.nowMs);
	const record: PushRecord = {
		pushId: id,
		status: 'prepared',
		atMs: moment.nowMs,
		planId: moment.planId,
		...edited,
		why: reason.code,
		from,
		to,
		...(isAmountLever(lever) && { currency: account.currency }),
		...(isAmountLever(lever) &&
			!isTargetLever(lever) && {
				step: limits.maxChangeFraction,
				...(limits.editBoundsMonth && { boundsMonth: true }),
				definitionId: plan.definitionId,
			}),
		...(exchange !== undefined && { exchange }),
	};
	const sent = atBaseUrl(request, target);
	if (dryRun && !platform.profile.dryRun.value) {
		const note = guardNotes.dryRun(platform.profile.label);
		return {
			request: null,
			record,
			held: [...held, { ...note, object, lever, from, wanted: to, allowed: null, request: sent }],
		};
	}
	const rollback = edit.rollback === null ? null : atBaseUrl(edit.rollback, target);
	return { request: { ...sent, ...edit, rollback, pushId: id }, record, held };
}

/** An edit held back for these reasons. @param allowed the value pushed instead; null if none */
export const heldBack = (
	reasons: readonly Note[],
	edit: WantedEdit,
	allowed: string | null,
	request: PushRequest | null = null,
): HeldChange[] => reasons.map((reason) => ({ ...reason, ...edit, allowed, request }));

/** The outcome of an edit held back as a whole. @param request what would be sent, to be looked at in a dry run */
export const allHeldBack = (
	reasons: readonly Note[],
	edit: WantedEdit,
	request: PushRequest | null = null,
): PushOutcome => ({
	request: null,
	record: null,
	held: heldBack(reasons, edit, null, request),
});
