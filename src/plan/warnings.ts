import { fromMinorUnits } from '../money/minorUnits';
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

/** Two of every weekday: below, weekdays cannot be told apart. */
const SHORT_HISTORY_DAYS = 14;

/** What a person should know about a plan before trusting it. */
export function planWarnings({ learning, target, spent, planned }: Planning): { code: string; message: string }[] {
	const { definition, spendModel, rate } = learning;
	const warnings: { code: string; message: string }[] = [];
	const warn = (code: string, message: string) => void warnings.push({ code, message });
	const shown = (units: number) => `${fromMinorUnits(units, definition.currency)} ${definition.currency}`;
	const days = spendModel?.days ?? 0;
	if (days === 0) warn('no-history', 'Nothing is known of the hours yet: they count alike until delivery is ingested');
	else if (days < SHORT_HISTORY_DAYS) {
		warn('short-history', `Learned from ${days} days: patterns are uncertain below ${SHORT_HISTORY_DAYS}`);
	}
	const measures = measuresOf(learning);
	if (days > 0 && measures.some((measure) => rate(measure).rate === null)) {
		warn(
			'no-evidence',
			`No results are reported for the objective '${definition.objective}': hours differ by traffic alone`,
		);
	}
	if (target.from === 'outside-flight') warn('outside-flight', 'The day is outside the flight: nothing is planned');
	if (spent > target.amount)
		warn('overspent', `${shown(spent)} are delivered, ${shown(spent - target.amount)} more than the day's amount`);
	if (planned.unspendable > 0) {
		warn('unspendable', `The limits leave no room for ${shown(planned.unspendable)} of the day's amount`);
	}
	return warnings;
}
