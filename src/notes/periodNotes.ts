import type { Horizon } from '../budget/horizon';
import { formatPercent } from '../format/formatNumber';
import { alertNotes } from './alertNotes';

const BUDGET_OF: Readonly<Record<Horizon, string>> = {
	week: 'weekly budget',
	month: 'monthly budget',
	quarter: 'quarterly budget',
	year: 'annual budget',
	flight: 'budget of the flight',
};

/** A projection with its interval, its target, and what a day may spend from today on; formatted. */
interface ProjectionFacts {
	readonly projected: string;
	readonly low: string;
	readonly high: string;
	readonly ratio: number;
	readonly target: string;
	readonly perDay: string;
}

/** How a longer period stands. Amounts and dates are formatted. */
export const periodNotes = {
	/**
	 * @param excess null if it is spent exactly
	 * @param until  the first day of the next one; null for a flight
	 */
	spent: (horizon: Horizon, target: string, excess: string | null, until: string | null): string =>
		`The ${BUDGET_OF[horizon]} of ${target} is ${excess === null ? 'spent' : `exceeded by ${excess}`}; nothing is left${until === null ? ' of it' : ` until ${until}`}`,
	isSpent: (horizon: Horizon, isExceeded: boolean): string =>
		`The ${BUDGET_OF[horizon]} is ${isExceeded ? 'exceeded' : 'spent'}`,
	over: (horizon: Horizon, facts: ProjectionFacts): string =>
		`${projection(horizon, facts)}. From today on, ${facts.perDay} a day would meet it`,
	willBeOver: (horizon: Horizon): string => `The ${horizon} will end over its budget`,
	under: (horizon: Horizon, facts: ProjectionFacts): string =>
		`${projection(horizon, facts)}. From today on, it takes ${facts.perDay} a day to spend it`,
	willBeUnder: (horizon: Horizon): string => `The ${horizon} will end under its budget`,
	back: (horizon: Horizon, projected: string, target: string): string =>
		`Resolved. The ${horizon} is projected at ${projected} of ${target}`,
	isOver: (horizon: Horizon, firstDay: string, spent: string): string =>
		alertNotes.isOver(`The ${horizon} from ${firstDay}`, spent),
	noAmount: (horizon: Horizon, firstDay: string): string =>
		`Resolved. No amount is set for the ${horizon} from ${firstDay} any more`,
	limitedByDemand: (horizon: Horizon): string => `Demand is too low for what is left of the ${horizon}`,
	demandIsBack: (horizon: Horizon): string => `Resolved. The campaigns can spend what is left of the ${horizon}`,
};

const projection = (horizon: Horizon, { projected, low, high, ratio, target }: ProjectionFacts): string =>
	`The ${horizon} is projected at ${projected} (${low} to ${high}), ${formatPercent(ratio)} of ${target}`;
