import { sum } from 'simple-statistics';

import type { Campaign } from '../budget/campaign';
import { formatMoney } from '../format/formatMoney';
import { fromMinorUnits } from '../money/minorUnits';
import type { BoundCode } from '../campaigns/campaignBounds';
import type { CampaignSpend } from '../campaigns/campaignSpend';
import type { CampaignResponse } from '../campaigns/learnResponses';
import type { ResponseAt } from '../campaigns/responseAt';
import type { DaySplit } from '../campaigns/splitDay';
import { campaignNotes, limitPhrases } from '../notes/campaignNotes';
import type { Note } from '../notes/note';

interface Splitting {
	readonly campaign: Campaign;
	readonly split: DaySplit;
	/** Of the campaign in the split. */
	readonly position: number;
	readonly spend: CampaignSpend;
	readonly response: CampaignResponse | null;
	readonly at: ResponseAt | null;
	readonly currency: string;
}

/** Why a campaign gets its amount. */
export function campaignReasons(splitting: Splitting): Note[] {
	const { split, position, spend, response, at } = splitting;
	return [
		...boundReasons(splitting),
		...explorationReasons(split, position, splitting.currency),
		...(response === null
			? [campaignNotes.noResults()]
			: spend.usual === 0
				? [campaignNotes.neverSpent()]
				: at !== null && !at.identified
					? [campaignNotes.unidentified(response.days)]
					: []),
	];
}

function boundReasons(splitting: Splitting): Note[] {
	const { split, position, currency } = splitting;
	const amount = split.amounts[position]!;
	const { low, high, lowCode, highCode } = split.bounds[position]!;
	const money = (units: number) => formatMoney(fromMinorUnits(units, currency), currency);
	if (highCode !== null && amount === high) {
		return [campaignNotes.heldAt(highCode, money(high), limitPhrase(highCode, splitting))];
	}
	if (lowCode !== null && amount === low) {
		return [campaignNotes.keptAt(lowCode, money(low), limitPhrase(lowCode, splitting))];
	}
	return [];
}

/** Exploration below this share of the day is not mentioned. */
const MIN_SHARE_MENTIONED = 0.01;

function explorationReasons({ amounts, expectedBest }: DaySplit, position: number, currency: string): Note[] {
	const explored = amounts[position]! - expectedBest[position]!;
	if (explored <= MIN_SHARE_MENTIONED * sum([...amounts])) return [];
	return [campaignNotes.exploration(formatMoney(fromMinorUnits(Math.round(explored), currency), currency))];
}

function limitPhrase(code: BoundCode, { campaign, spend }: Splitting): string {
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
			return limitPhrases.targetCpa(campaign.targetCpa!);
		case 'target-roas':
			return limitPhrases.targetRoas(campaign.targetRoas!);
	}
}
