import { isTargetLever, type PushRecord } from '../records/pushRecord';

interface Run {
	readonly platform: string;
	readonly planId: string;
	readonly records: readonly PushRecord[];
}

/**
 * Whether the daily budget behind a bidding target was raised for the same plan.
 *
 * @param budget the object that has it; undefined if it is not known, then any budget on the platform counts
 */
export const isBudgetRaised = (budget: string | undefined, run: Run): boolean =>
	pushesOf(run).some(({ why, object }) => why === 'raise' && (budget === undefined || object === budget));

/** Whether a bidding target behind this daily budget was loosened for the same plan. */
export const isTargetLoosened = (object: string, run: Run): boolean =>
	pushesOf(run).some(
		({ lever, why, budget }) => isTargetLever(lever) && why === 'loosen' && (budget === undefined || budget === object),
	);

const pushesOf = ({ platform, planId, records }: Run): PushRecord[] =>
	records.filter((record) => record.platform === platform && record.planId === planId && record.status !== 'failed');
