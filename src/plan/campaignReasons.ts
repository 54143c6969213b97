import { sum } from 'simple-statistics';

import type { Campaign } from '../budget/campaign';
import { formatMoney } from '../format/formatMoney';
import { formatUnits } from '../format/formatUnits';
import type { BoundCode } from '../campaigns/campaignLimits';
import type { CampaignSpend } from '../campaigns/campaignSpend';
import type { CampaignDelivery } from '../campaigns/learnDelivery';
import type { CampaignResponse } from '../campaigns/learnResponses';
import type { ResponseAt } from '../campaigns/responseAt';
import type { DaySplit } from '../campaigns/splitDay';
import { campaignNotes, limitPhrases } from '../notes/campaignNotes';
import type { Note } from '../notes/note';

interface ReasonContext {
	readonly campaign: Campaign;
	readonly split: DaySplit;
	/** Index of the campaign in the split. */
	readonly position: number;
	readonly spend: CampaignSpend;
	readonly response: CampaignResponse | null;
	readonly at: ResponseAt | null;
	/** How it delivers its budgets, and the weekday in question; null where that is not learned. */
	readonly delivery: (CampaignDelivery & { readonly weekday: number }) | null;
	readonly currency: string;
}

/** Why a campaign gets its amount. */
export function campaignReasons(context: ReasonContext): Note[] {
	const { split, position, spend, response, at } = context;
	return [
		...boundReasons(context),
		...limitReasons(context),
		...explorationReasons(split, position, context.currency),
		...(response === null
			? [campaignNotes.noResults()]
			: spend.usual === 0
				? [campaignNotes.neverSpent()]
				: at !== null && !at.identified
					? [campaignNotes.unidentified(response.days)]
					: []),
	];
}

/** What limits its spend. */
function limitReasons({ delivery, currency }: ReasonContext): Note[] {
	if (delivery === null || delivery.limitedBy === null) return [];
	if (delivery.limitedBy === 'budget') return [campaignNotes.limitedByBudget()];
	const { mean, deviation } = delivery.ceilings![delivery.weekday]!;
	return [campaignNotes.limitedByDemand(formatMoney(Math.exp(mean + deviation ** 2 / 2), currency))];
}

function boundReasons(context: ReasonContext): Note[] {
	const { split, position, currency } = context;
	const amount = split.amounts[position]!;
	const { low, high, lowCode, highCode } = split.bounds[position]!;
	const money = (units: number) => formatUnits(units, currency);
	if (highCode !== null && amount === high) {
		return [campaignNotes.heldAt(highCode, money(high), limitPhrase(highCode, context))];
	}
	if (lowCode !== null && amount === low) {
		return [campaignNotes.keptAt(lowCode, money(low), limitPhrase(lowCode, context))];
	}
	return [];
}

/** Exploration below this share of the day is not mentioned. */
const MIN_SHARE_MENTIONED = 0.01;

function explorationReasons({ amounts, expectedBest }: DaySplit, position: number, currency: string): Note[] {
	const explored = amounts[position]! - expectedBest[position]!;
	if (explored <= MIN_SHARE_MENTIONED * sum([...amounts])) return [];
	return [campaignNotes.exploration(formatUnits(Math.round(explored), currency))];
}

function limitPhrase(code: BoundCode, { campaign, spend, currency }: ReasonContext): string {
	switch (code) {
		case 'minimum':
			return limitPhrases.minimum();
		case 'maximum':
			return limitPhrases.maximum();
		case 'change':
			return limitPhrases.change(campaign.maxDailyChange!);
		case 'growth':
			return spend.largest > 0 ? limitPhrases.growth() : limitPhrases.firstDay();
		case 'target-cpa':
			return limitPhrases.targetCpa(formatMoney(campaign.targetCpa!, currency));
		case 'target-roas':
			return limitPhrases.targetRoas(campaign.targetRoas!);
		case 'demand':
			return limitPhrases.demand();
	}
}
