import { rowsOf } from '../levers/adScheduleRow';
import { currentText } from '../levers/scheduleChanges';
import { fromMinorUnits } from '../money/minorUnits';
import { lastPush } from '../records/pushRecord';
import type { ReadValue } from '../records/settleByRead';
import type { DayPart } from './dayParts';
import type { PushJob } from './pushJob';
import { pausables, statusEdit, statusRead } from './statusRead';
import { targetParts, targetText } from './targetPart';

/** The values in force of a target's objects, as far as they were read. */
export function valuesRead(job: PushJob, parts: readonly DayPart[]): ReadValue[] {
	const { target, level, account, records } = job;
	const { platform } = target;
	const budgets = parts.flatMap(({ id, current }) => {
		if (current === null) return [];
		const value = fromMinorUnits(current, account.currency);
		return (['day-total', 'hours'] as const).map((lever) => ({ platform, object: `${level}/${id}`, lever, value }));
	});
	const schedules = target.campaignIds.flatMap((id) => {
		const edited = { platform, object: `campaign/${id}`, lever: 'ad-schedule' } as const;
		const last = lastPush(edited, records);
		if (target.adSchedule === undefined || last === undefined) return [];
		return [{ ...edited, value: currentText(rowsOf(target.adSchedule, id), last.to) }];
	});
	const statuses = pausables(job).flatMap((pausable) => {
		const value = statusRead(job, pausable);
		return value === undefined ? [] : [{ ...statusEdit(job, pausable), value }];
	});
	return [...budgets, ...schedules, ...statuses, ...targetsRead(job)];
}

/** The bidding targets in force. */
const targetsRead = (job: PushJob): ReadValue[] =>
	targetParts(job).flatMap(({ id, target: read }) => {
		if (read.kind !== 'target') return [];
		const value = targetText(read.current, read.lever, job.account.currency);
		return [{ platform: job.target.platform, object: `${job.level}/${id}`, lever: read.lever, value }];
	});
