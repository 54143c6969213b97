import { formatMoney } from '../format/formatMoney';
import { fromMinorUnits } from '../money/minorUnits';
import type { Note } from '../notes/note';
import { planNotes } from '../notes/planNotes';
import type { Learning } from '../learning/learning';
import { measuresOf } from '../learning/objectiveRate';
import type { PlannedAmounts } from './planAmounts';
import type { DayTarget } from './dayTarget';

interface Planning {
	readonly learning: Learning;
	readonly target: DayTarget;
	/** Minor units delivered today. */
	readonly spent: number;
	readonly planned: PlannedAmounts;
}

/** Two of every weekday: with less, weekdays cannot be distinguished. */
const SHORT_HISTORY_DAYS = 14;

/** What a person should know about a plan before trusting it. */
export function planWarnings({ learning, target, spent, planned }: Planning): Note[] {
	const { definition, spendModel, rate } = learning;
	const { currency, objective } = definition;
	const warnings: Note[] = [];
	const money = (units: number) => formatMoney(fromMinorUnits(units, currency), currency);
	const days = spendModel?.days ?? 0;
	if (days === 0) warnings.push(planNotes.noHistory());
	else if (days < SHORT_HISTORY_DAYS) warnings.push(planNotes.shortHistory(days, SHORT_HISTORY_DAYS));
	if (days > 0 && measuresOf(learning).some((measure) => rate(measure).rate === null)) {
		warnings.push(planNotes.noResults(objective));
	}
	if (target.from === 'outside-flight') warnings.push(planNotes.outsideFlight());
	if (spent > target.amount) warnings.push(planNotes.overspent(money(spent), money(spent - target.amount)));
	if (planned.unspendable > 0) warnings.push(planNotes.unallocated(money(planned.unspendable)));
	return warnings;
}
