import { formatMoney } from '../format/formatMoney';
import { editNotAllowed } from '../guards/editGuards';
import type { GuardContext } from '../guards/guardContext';
import { lastPushAgainst } from '../guards/lastPushGuards';
import { isBudgetRaised } from '../guards/raisedTogether';
import { Decimal } from '../money/decimal';
import { guardNotes } from '../notes/guardNotes';
import type { Note } from '../notes/note';
import { targetNotes } from '../notes/targetNotes';
import { isTargetLever, objectAndLever, type PushRecord, TARGETS_COUNTED_MS } from '../records/pushRecord';
import { DAY_MS } from '../time/durations';
import type { PushJob } from './pushJob';
import { allHeldBack, pushed, type PushOutcome } from './pushOutcome';
import { targetIncrement, type TargetPart, targetText, type TargetValue, toPlatformTarget } from './targetPart';
import { targetStep } from './targetStep';
import { SETTLE_DAYS, type TargetWish, targetWish } from './targetWish';

/** Loosens or tightens the bidding target of one object, or leaves it as it is, with the reason. The platform must have the lever. */
export function pushBiddingTarget(job: PushJob, { id, target: read }: TargetPart): PushOutcome {
	const { target, level, account, platform, plan, bidding } = job;
	const object = `${level}/${id}`;
	if (read.kind !== 'target') {
		return allHeldBack([unread(read.kind, job)], { object, lever: 'bidding-target', from: null, wanted: null });
	}
	const { lever, current } = read;
	const edited = { platform: target.platform, object, lever };
	const text = (value: Decimal) => targetText(value, lever, account.currency);
	const shown = (value: string) => (lever === 'target-roas' ? value : formatMoney(value, account.currency));
	const edit = { object, lever, from: text(current) };
	const held = (reason: Note, wanted: string | null = null) => allHeldBack([reason], { ...edit, wanted });
	const against = lastPushAgainst(edited, job, { format: shown, effect: () => '' });
	if (against !== null) return held(against);
	const use = bidding?.useOf(read.campaignId) ?? null;
	const wish = targetWish(bidding?.projection ?? null, use, plan.limitedBy, account.budgetCurrency);
	if (wish.action === 'hold') return held(wish.reason);
	const next = nextValue(job, object, read, wish);
	const notAllowed =
		editNotAllowed(edited, withLearning(job, read)) ??
		(wish.action === 'loosen' ? raiseNotAllowed(job, read) : null) ??
		settling(job, object) ??
		tooSmall(job, read, next, wish, shown(edit.from));
	if (notAllowed !== null) return held(notAllowed, text(next));
	const requestOf = (value: Decimal) =>
		platform.biddingTargets!.request({
			target,
			apiVersion: job.apiVersion,
			validateOnly: job.dryRun,
			id,
			field: read.field,
			value: toPlatformTarget(value, lever, job),
		});
	const outcome = pushed(
		{
			...edit,
			to: text(next),
			reason: targetNotes.change({
				...wish,
				object,
				name: read.name,
				from: shown(edit.from),
				to: shown(text(next)),
			}),
			dayCeiling: null,
			request: requestOf(next),
			rollback: requestOf(current),
			held: [],
		},
		job,
	);
	return outcome.record === null || read.budget === undefined
		? outcome
		: { ...outcome, record: { ...outcome.record, budget: read.budget } };
}

/** Why an object has no bidding target that can be changed. */
function unread(kind: Exclude<TargetPart['target']['kind'], 'target'>, { platform }: PushJob): Note {
	switch (kind) {
		case 'none':
			return targetNotes.none();
		case 'portfolio':
			return targetNotes.portfolio();
		case 'unknown':
			return targetNotes.unknown(platform.biddingTargets!.fields);
	}
}

/** Why a target must not be loosened now, or null. */
function raiseNotAllowed(job: PushJob, { budget }: TargetValue): Note | null {
	const { staleForRaise } = job.moment;
	if (staleForRaise !== null) return guardNotes.staleData(staleForRaise);
	return isBudgetRaised(budget, runOf(job)) ? targetNotes.budgetRaised() : null;
}

const runOf = ({ target, moment, records }: PushJob) => ({ platform: target.platform, planId: moment.planId, records });

/** The learning phase as the object says it, or as the user does: it always holds back a target, because it says that the last days are not usual ones. */
const withLearning = (job: PushJob, { isLearning }: TargetValue): GuardContext => ({
	...job,
	limits: { ...job.limits, learningPhase: true },
	moment: {
		...job.moment,
		...(isLearning !== undefined && { learning: isLearning ? ('learning' as const) : ('stable' as const) }),
	},
});

/**
 * The next value, within the bound of a week. What this package's pushes replaced was in force until then, whether they arrived or not, so that a lost one
 * does not count; a value that somebody has set is where the bound begins anew.
 */
function nextValue(job: PushJob, object: string, { lever, current }: TargetValue, wish: Changing): Decimal {
	const { limits, moment, records, target } = job;
	const edited = objectAndLever({ platform: target.platform, object, lever });
	const own = records.filter((record) => objectAndLever(record) === edited);
	const replaced = own
		.slice(own.findLastIndex(({ edit }) => edit !== undefined) + 1)
		.filter(({ atMs }) => atMs > moment.nowMs - TARGETS_COUNTED_MS)
		.flatMap(({ from }) => (from === null ? [] : [new Decimal(from)]));
	return targetStep(current, wish, lever, {
		inForce: [current, ...replaced],
		maxPerWeek: limits.maxTargetChangeFraction,
		maxPerPush: limits.maxChangeFraction,
		increment: targetIncrement(lever, job),
	});
}

type Changing = Exclude<TargetWish, { readonly action: 'hold' }>;

/** Why the last change of an object's target, of either kind, forbids another, or null: it has not shown in spend yet. */
function settling({ target, records, moment }: PushJob, object: string): Note | null {
	const last = records.findLast(
		(record: PushRecord) =>
			isTargetLever(record.lever) &&
			record.platform === target.platform &&
			record.object === object &&
			record.status !== 'failed',
	);
	if (last === undefined || moment.nowMs - last.atMs >= SETTLE_DAYS * DAY_MS) return null;
	return targetNotes.settling(Math.max(0, Math.floor((moment.nowMs - last.atMs) / DAY_MS)), SETTLE_DAYS);
}

/** Why a change is too small to be worth an edit, or null. */
function tooSmall(
	{ limits }: PushJob,
	{ current }: TargetValue,
	next: Decimal,
	wish: Changing,
	shown: string,
): Note | null {
	const { leastChangeFraction: usual, maxTargetChangeFraction: perWeek } = limits;
	const least = Math.min(usual, perWeek / 2);
	if (!next.eq(current) && next.minus(current).abs().gte(current.times(least))) return null;
	return wish.fraction < least ? targetNotes.leastChange(least, shown) : targetNotes.weeklyBound(perWeek, shown);
}
