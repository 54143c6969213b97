import { guardNotes } from '../notes/guardNotes';
import type { Note } from '../notes/note';
import type { HeldBack, PreparedEdit, PreparedRequest, WantedEdit } from './preparedPush';
import type { PushJob } from './pushJob';
import type { PushRecord } from './pushRecord';
import type { PushRequest } from './pushRequest';

/** What became of one object. */
export interface PushOutcome {
	readonly request: PreparedRequest | null;
	readonly record: PushRecord | null;
	readonly held: readonly HeldBack[];
}

/** An edit that passed its guards. */
interface PassedEdit extends PreparedEdit {
	readonly request: PushRequest;
	/** What was held back of it. */
	readonly held: readonly HeldBack[];
}

/** An edit as it leaves: as a request and on record, or in a dry run that the platform cannot do, held back. */
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

/** What is held back of an edit for these reasons. @param allowed what is pushed instead; null for nothing */
export const heldBack = (reasons: readonly Note[], edit: WantedEdit, allowed: string | null): HeldBack[] =>
	reasons.map((reason) => ({ ...reason, ...edit, allowed, request: null }));

/** Nothing leaves, for these reasons. */
export const allHeldBack = (reasons: readonly Note[], edit: WantedEdit): PushOutcome => ({
	request: null,
	record: null,
	held: heldBack(reasons, edit, null),
});
