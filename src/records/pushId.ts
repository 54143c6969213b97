import { planId } from '../plan/planId';
import type { Edited } from './pushRecord';

/** A short ID of one push, by which its answer is assigned to it. */
export const pushId = (date: string, edited: Edited, plan: string, atMs: number): string =>
	planId(date, JSON.stringify([plan, edited.platform, edited.object, edited.lever, atMs]));

const DRY_RUN = 'dry-run';

/** The ID of a request that is only validated. No record belongs to it, so it names its object itself. */
export const dryRunId = ({ platform, object, lever }: Edited): string => [DRY_RUN, platform, object, lever].join('/');

/** The object that the ID of a dry run names; null for any other ID. */
export function dryRunOf(id: string): { platform: string; object: string; lever: string } | null {
	const [kind, platform, ...rest] = id.split('/');
	if (kind !== DRY_RUN || platform === undefined || rest.length < 2) return null;
	return { platform, object: rest.slice(0, -1).join('/'), lever: rest.at(-1)! };
}
