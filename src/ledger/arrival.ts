import type { BudgetDefinition } from '../budget/budgetDefinition';
import type { PlannedHour } from './hourControl';

/** A report, as it arrives. */
export interface Arrival {
	readonly definition: BudgetDefinition;
	/** The instant of the report: a window that ends later is kept as incomplete, one that starts later is rejected. */
	readonly nowMs: number;
	/** What was planned for the hour that begins at an instant, to tell how it was controlled. */
	readonly planned?: (startMs: number) => PlannedHour | undefined;
	/** Figures settle this long after their window has ended; until then they are preliminary. */
	readonly lagMinutes?: number;
}
