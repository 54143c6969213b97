import { guardNotes } from '../notes/guardNotes';
import type { Note } from '../notes/note';
import type { HeldBack, PreparedEdit, PreparedRequest, WantedEdit } from './preparedPush';
import type { PushJob } from './pushJob';
import type { PushRecord } from './pushRecord';
import type { PushRequest } from './pushRequest';

/** Outcome of one edit. */
export interface PushOutcome {
	readonly request: PreparedRequest | null;
	readonly record: PushRecord | null;
	readonly held: readonly HeldBack[];
}

/** An edit that passed its guards. */
interface PassedEdit extends PreparedEdit {
	readonly request: PushRequest;
	/** Parts of it that were held back. */
	readonly held: readonly HeldBack[];
}

/** The outcome of a passed edit: a request and a record; or held back, in a dry run that the platform does not support. */
export function pushed(
	{ request, held, ...edit }: PassedEdit,
	{ target, platform, dryRun, moment }: PushJob,
): PushOutcome {
	const { object, lever, reason, from, to, exchange } = edit;
	const record: PushRecord = {
		atMs: moment.nowMs,
		planId: moment.planId,
		platform: target.platform,
		object,
		lever,
		why: reason.code,
		from,
		to,
		...(exchange !== undefined && { exchange }),
	};
	if (dryRun && !platform.profile.dryRun.value) {
		const note = guardNotes.dryRun(platform.profile.label);
		return {
			request: null,
			record,
			held: [...held, { ...note, object, lever, from, wanted: to, allowed: null, request }],
		};
	}
	return { request: { ...request, ...edit }, record, held };
}

/** An edit held back for these reasons. @param allowed the value pushed instead; null if none */
export const heldBack = (reasons: readonly Note[], edit: WantedEdit, allowed: string | null): HeldBack[] =>
	reasons.map((reason) => ({ ...reason, ...edit, allowed, request: null }));

/** The outcome of an edit held back as a whole. */
export const allHeldBack = (reasons: readonly Note[], edit: WantedEdit): PushOutcome => ({
	request: null,
	record: null,
	held: heldBack(reasons, edit, null),
});
