import type { BudgetDefinition } from '../budget/budgetDefinition';
import { formatUnits } from '../format/formatUnits';
import type { Note } from '../notes/note';
import { planNotes } from '../notes/planNotes';
import type { DayTarget } from './dayTarget';

/** What a plan assumes of the time before the first report, where the user did not enter it. */
export const unknownStartNotes = ({ currency }: BudgetDefinition, { periods }: DayTarget): Note[] =>
	periods.flatMap(({ horizon, unknownStart }) => {
		if (unknownStart === undefined || unknownStart.isStated) return [];
		const { dates, assumed } = unknownStart;
		return [planNotes.unknownStart(horizon, dates, formatUnits(assumed, currency))];
	});
