import type { PushLimits } from './guardFigures';
import type { PushRecord } from './pushRecord';

/** The instant that a push is prepared at, and what is known then. */
export interface PushMoment {
	readonly nowMs: number;
	/** When the local day began. */
	readonly dayStartMs: number;
	readonly planId: string;
	/** Why delivery is too old to act on; null if it is not. */
	readonly stale: string | null;
	/** Whether the platform is still learning; unknown lets pass. */
	readonly learning: 'learning' | 'stable' | 'unknown';
}

/** What the guards compare an edit with. */
export interface GuardContext {
	readonly limits: PushLimits;
	readonly moment: PushMoment;
	/** Pushes of this budget before the edit, oldest first. */
	readonly records: readonly PushRecord[];
}
