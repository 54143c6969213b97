import type { Level } from '../levers/level';
import type { PushTarget } from '../levers/pushTarget';
import type { Edited } from '../records/pushRecord';
import type { PushPlatform, StatusEdit } from './pushPlatform';

export type ObjectStatus = StatusEdit['status'];

/** An object whose delivery can be paused. */
export interface Pausable {
	readonly level: Level;
	readonly id: string;
}

interface OnPlatform {
	readonly target: PushTarget;
	readonly platform: PushPlatform;
	readonly level: Level;
}

/** The objects of a target that can be paused: those that have the budget, or the named campaigns if budgets are objects of their own. */
export function pausables({ target, platform, level }: OnPlatform): Pausable[] {
	if (platform.setStatus === undefined || target.lever === 'dayTotal' || target.lever === 'biddingTarget') return [];
	const ids = level === 'budget' ? target.campaignIds : target.objects.map(({ id }) => id);
	return [...new Set(ids)].map((id) => ({ level: level === 'budget' ? 'campaign' : level, id }));
}

/** The lever that pauses an object. */
export const statusEdit = ({ target }: OnPlatform, { level, id }: Pausable): Edited & { readonly lever: 'status' } => ({
	platform: target.platform,
	object: `${level}/${id}`,
	lever: 'status',
});

/** Whether an object is paused, as just read; undefined if it was not read. */
export function statusRead({ target, platform, level }: OnPlatform, { id }: Pausable): ObjectStatus | undefined {
	const own = target.objects.filter((object) => level === 'budget' || object.id === id);
	for (const { current } of own) {
		const status = typeof current === 'object' ? platform.readStatus?.(current, id) : undefined;
		if (status !== undefined) return status;
	}
	return undefined;
}
