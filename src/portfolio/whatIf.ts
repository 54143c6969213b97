import type { BudgetDefinition } from '../budget/budgetDefinition';
import type { Ledger } from '../delivery/ledger';
import type { Estimate, Interval } from '../interval';
import { fromMinorUnits, toMinorUnits } from '../money/minorUnits';
import { gammaInterval } from '../pattern/shrinkage';
import type { CampaignRegime } from './campaignRegime';
import { portfolioOf } from './portfolioOf';
import { responseAt } from './responseAt';
import { splitDay } from './splitDay';

/** What a day would bring with another amount. */
export interface WhatIf {
	readonly dayAmount: string;
	/** Results of the objective on a day like the last ones, the chance of the day included. */
	readonly expected: Interval;
	/** Results that one more unit of money is expected to bring; 0 where the maxima leave no room for it. */
	readonly marginalReturn: number;
	/** What the maxima leave no room for. */
	readonly unspendable: string;
	/** Whether a campaign would get more than twice its largest day, of which nothing is known. */
	readonly isBeyondHistory: boolean;
	/** What each campaign would get; one with an empty id where the budget names none. */
	readonly campaigns: readonly { readonly campaignId: string; readonly amount: string }[];
}

/** Beyond this factor on the largest day nothing is known of a response. */
const KNOWN_GROWTH = 2;

/**
 * What days would bring with other amounts, each split over the campaigns as a plan would split it. A budget without campaigns responds as a whole.
 *
 * Results of campaigns are independent given their curves: means and variances add up, and the interval is that of a gamma distribution.
 *
 * @param amounts major units
 * @param regimes campaigns that changed
 * @returns (amounts), or null while no full day with results is known
 */
export function whatIf(
	ledger: Ledger,
	definition: BudgetDefinition,
	amounts: readonly (number | string)[],
	regimes?: readonly CampaignRegime[],
): WhatIf[] | null {
	const { currency } = definition;
	const campaigns = definition.campaigns ?? [{ campaignId: '' }];
	const portfolio = portfolioOf(ledger, definition, regimes);
	const { responses, spends } = portfolio;
	if (responses === null) return null;
	return amounts.map((amount) => {
		const dayAmount = toMinorUnits(amount, currency, 'nearest');
		const split = splitDay({
			campaigns,
			portfolio,
			currency,
			dayAmount,
			spent: campaigns.map(() => 0),
			reserve: 0,
			random: () => 0,
		});
		const parts = split.amounts.map((units, position) => ({
			units,
			spend: Number(fromMinorUnits(units, currency)),
			high: split.bounds[position]!.high,
			largest: spends[position]!.largest,
			response: responses[position]!,
		}));
		const answers = parts
			.filter(({ spend }) => spend > 0)
			.map((part) => ({ ...part, at: responseAt(part.response, part.spend) }));
		return {
			dayAmount: fromMinorUnits(dayAmount, currency),
			expected: together(answers.map(({ at }) => at.results)),
			marginalReturn: Math.max(
				0,
				...answers.filter(({ units, high }) => units < high).map(({ at }) => at.marginalReturn),
			),
			unspendable: fromMinorUnits(split.unspendable, currency),
			isBeyondHistory: parts.some(({ spend, largest }) => largest > 0 && spend > KNOWN_GROWTH * largest),
			campaigns: campaigns.map(({ campaignId }, position) => ({
				campaignId,
				amount: fromMinorUnits(split.amounts[position]!, currency),
			})),
		};
	});
}

/** The sum of independent results. */
function together(results: readonly Estimate[]): Interval {
	const mean = results.reduce((sum, one) => sum + one.mean, 0);
	const deviation = Math.hypot(...results.map((one) => one.mean * one.relativeDeviation));
	return gammaInterval({ mean, relativeDeviation: mean > 0 ? deviation / mean : 0 });
}
