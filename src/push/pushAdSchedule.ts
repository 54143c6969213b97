import { editNotAllowed } from '../guards/editGuards';
import { lastPushAgainst } from '../guards/lastPushGuards';
import { type AdScheduleChange, adScheduleChange } from '../levers/adSchedule';
import { rowsOf } from '../levers/adScheduleRow';
import { guardNotes } from '../notes/guardNotes';
import { pushNotes } from '../notes/pushNotes';
import { adScheduleNotes } from '../notes/scheduleNotes';
import type { PushJob } from './pushJob';
import { allHeldBack, heldBack, pushed, type PushOutcome } from './pushOutcome';

/** Sets the bid modifiers of one campaign's ad schedule on the plan's weekday. The platform must have the lever. */
export function pushAdSchedule(job: PushJob, campaignId: string): PushOutcome {
	const { platform, target, plan, limits, moment, dryRun, apiVersion } = job;
	const object = `campaign/${campaignId}`;
	const edited = { platform: target.platform, object, lever: 'ad-schedule' } as const;
	const rows = rowsOf(target.adSchedule ?? [], campaignId);
	const change = adScheduleChange(rows, plan, moment.nowMs, limits.maxChangeFraction);
	const against = lastPushAgainst(edited, job, { format: (schedule) => `'${schedule}'`, effect: () => '' });
	const edit = { object, lever: edited.lever, from: change.kind === 'change' ? change.from : null };
	const wanted = change.kind === 'change' ? change.to : null;
	if (against !== null) return allHeldBack([against], { ...edit, wanted });
	if (change.kind === 'hold') return allHeldBack([change.reason], { ...edit, wanted });
	const notAllowed =
		change.changes.length === 0 ? guardNotes.alreadyInForce(`'${change.from}'`) : editNotAllowed(edited, job);
	if (notAllowed !== null) return allHeldBack([notAllowed], { ...edit, wanted });
	const requestOf = (changes: AdScheduleChange['changes'], allOrNothing: boolean) =>
		platform.adSchedule!({ target, apiVersion, validateOnly: dryRun, campaignId, changes, allOrNothing });
	const limited = change.limited ? [adScheduleNotes.maxChange(limits.maxChangeFraction)] : [];
	return pushed(
		{
			...edit,
			to: change.to,
			reason: pushNotes.adSchedule(plan.planId, change.to),
			dayCeiling: null,
			request: requestOf(change.changes, change.allOrNothing),
			rollback: change.undo === null ? null : requestOf(change.undo, false),
			held: heldBack(limited, { ...edit, wanted: null }, change.to),
		},
		job,
	);
}
