import type { PushRecord } from '../records/pushRecord';
import type { PushLimits } from './guardFigures';

/** The instant of a push and the facts at that instant. */
export interface PushMoment {
	readonly nowMs: number;
	/** Start of the local day. */
	readonly dayStartMs: number;
	/** The local day and its noon belong to this zone. */
	readonly timeZone: string;
	readonly planId: string;
	/** The budget definition that the plan was made under; absent in plans that do not state it. */
	readonly definitionId?: string | undefined;
	/** Why delivery is too old to act on; null if it is not. */
	readonly stale: string | null;
	/** Why it is too old for a raise; null if it is not. */
	readonly staleForRaise: string | null;
	/** Share of the local day's demand that is still to come, 0..1. */
	readonly demandLeft: number;
	/** Whether the platform is in its learning phase; unknown does not hold back. */
	readonly learning: 'learning' | 'stable' | 'unknown';
}

/** What the guards check an edit against. */
export interface GuardContext {
	readonly limits: PushLimits;
	readonly moment: PushMoment;
	/** Pushes of this budget before the edit, oldest first. */
	readonly records: readonly PushRecord[];
}
