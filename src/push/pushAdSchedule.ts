import { type AdScheduleChange, adScheduleChange } from './adSchedule';
import { editedMeanwhile, editNotAllowed, lastPush } from './editGuards';
import { heldBack, pushed, type PushJob, type PushOutcome } from './pushJob';
import type { PushRecord } from './pushRecord';
import type { Reason } from './reason';
import { currentText } from './scheduleChanges';

/** Sets the bid modifiers of one campaign's ad schedule on the plan's weekday. The platform has the lever. */
export function pushAdSchedule(job: PushJob, campaignId: string, records: readonly PushRecord[]): PushOutcome {
	const { platform, target, plan, limits, moment, dryRun, apiVersion } = job;
	const object = `campaign/${campaignId}`;
	const edited = { platform: target.platform, object, lever: 'ad-schedule' } as const;
	const rows = (target.adSchedule ?? []).filter(({ campaignCriterion: { resourceName } }) =>
		resourceName.includes(`/campaignCriteria/${campaignId}~`),
	);
	const change = adScheduleChange(rows, plan, moment.nowMs, limits.maxChangeFraction);
	const edit = {
		object,
		lever: edited.lever,
		from: change.kind === 'change' ? change.from : null,
	};
	const wanted = change.kind === 'change' ? change.to : null;
	const nothing = (reason: Reason): PushOutcome => ({
		request: null,
		record: null,
		held: heldBack([reason], { ...edit, wanted }),
	});
	const last = lastPush(edited, records);
	const current = last === undefined ? null : currentText(rows, last.to);
	const overwritten = limits.overwriteEdits && current !== last?.to;
	if (last?.planId === moment.planId && !overwritten) {
		return nothing({ code: 'unchanged', message: 'This plan was pushed already' });
	}
	if (last !== undefined && current !== null && !limits.overwriteEdits) {
		const meanwhile = editedMeanwhile(last, current);
		if (meanwhile !== null) return nothing(meanwhile);
	}
	if (change.kind === 'hold') return nothing(change);
	if (change.changes.length === 0) return nothing({ code: 'unchanged', message: `${change.from} is in force already` });
	const notAllowed = editNotAllowed(edited, records, limits, moment);
	if (notAllowed !== null) return nothing(notAllowed);
	const requestOf = (changes: AdScheduleChange['changes'], allOrNothing: boolean) =>
		platform.adSchedule!({ target, apiVersion, validateOnly: dryRun, campaignId, changes, allOrNothing });
	const message = `One push changes a modifier by at most ${limits.maxChangeFraction} of it`;
	return pushed(
		{
			...edit,
			to: change.to,
			reason: { code: 'hours', message: `Plan ${plan.planId} favours these hours: ${change.to}` },
			dayCeiling: null,
			request: requestOf(change.changes, change.allOrNothing),
			rollback: change.undo === null ? null : requestOf(change.undo, false),
			held: change.limited ? heldBack([{ code: 'max-change', message }], { ...edit, wanted: null }, change.to) : [],
		},
		job,
	);
}
