import type { SpendPlan } from '../plan/spendPlan';
import type { AccountMoney } from './accountMoney';
import type { PushMoment } from './editGuards';
import type { PushLimits } from './guardFigures';
import type { Level } from './level';
import type { HeldBack, PreparedRequest } from './preparedPush';
import type { PushPlatform } from './pushPlatform';
import type { PushRequest } from './pushRequest';
import type { PushRecord } from './pushRecord';
import type { PushTarget } from './pushTarget';
import type { Reason } from './reason';

/** Everything that pushing one object needs to know of the whole push. */
export interface PushJob {
	readonly target: PushTarget;
	readonly plan: SpendPlan;
	readonly platform: PushPlatform;
	readonly level: Level;
	/** Of the account: that of all amounts that are pushed. */
	readonly currency: string;
	readonly money: AccountMoney;
	readonly dryRun: boolean;
	/** Whether the day's amount is spent. */
	readonly daySpent: boolean;
	readonly limits: PushLimits;
	/** Empty where the platform's address names none. */
	readonly apiVersion: string;
	readonly moment: PushMoment;
	/** Whether the total of the day leaves room for a budget schedule. */
	readonly bySchedule: boolean;
}

/** What became of one object. */
export interface PushOutcome {
	readonly request: PreparedRequest | null;
	readonly record: PushRecord | null;
	readonly held: readonly HeldBack[];
}

/** An edit that passed its guards. */
interface Edit
	extends Pick<
		PreparedRequest,
		'object' | 'lever' | 'reason' | 'from' | 'to' | 'dayCeiling' | 'exchange' | 'rollback'
	> {
	readonly request: PushRequest;
	/** What was held back of it. */
	readonly held: readonly HeldBack[];
}

/** An edit as it leaves: as a request and on record, or in a dry run that the platform cannot do, held back. */
export function pushed({ request, held, ...edit }: Edit, { target, platform, dryRun, moment }: PushJob): PushOutcome {
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
		const message = `This is a dry run, and ${platform.profile.label} cannot check a request without carrying it out`;
		const shown: HeldBack = { code: 'dry-run', message, object, lever, from, wanted: to, allowed: null, request };
		return { request: null, record, held: [...held, shown] };
	}
	return { request: { ...request, ...edit }, record, held };
}

/** Nothing leaves, for these reasons. */
export const heldBack = (
	reasons: readonly Reason[],
	edit: Pick<HeldBack, 'object' | 'lever' | 'from' | 'wanted'>,
	allowed: string | null = null,
): HeldBack[] => reasons.map((reason) => ({ ...reason, ...edit, allowed, request: null }));
