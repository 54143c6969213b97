import type { BudgetDefinition } from '../budget/budgetDefinition';
import type { PlannedHour } from './hourControl';

/** What a report is read with. */
export interface IngestContext {
	readonly definition: BudgetDefinition;
	/** The instant of the report: a window that ends later is stored as incomplete; one that starts later is rejected. */
	readonly nowMs: number;
	/** The plan of the hour that begins at an instant; it says how the hour was controlled. */
	readonly planned?: (startMs: number) => PlannedHour | undefined;
	/** Reporting lag: until this long after the end of a window, its figures are preliminary. */
	readonly lagMinutes?: number;
}
