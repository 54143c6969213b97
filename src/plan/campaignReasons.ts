import type { Campaign } from '../budget/campaign';
import { fromMinorUnits } from '../money/minorUnits';
import type { BoundCode } from '../campaigns/campaignBounds';
import type { CampaignSpend } from '../campaigns/campaignSpend';
import type { CampaignResponse } from '../campaigns/learnResponses';
import type { ResponseAt } from '../campaigns/responseAt';
import type { DaySplit } from '../campaigns/splitDay';

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

/** Why a campaign gets what it gets, in words. */
export function campaignReasons(splitting: Splitting): { code: string; message: string }[] {
	const { split, position, spend, response, at, currency } = splitting;
	const amount = split.amounts[position]!;
	const { low, high, lowCode, highCode } = split.bounds[position]!;
	const shown = (units: number) => `${fromMinorUnits(units, currency)} ${currency}`;
	const reasons: { code: string; message: string }[] = [];
	const say = (code: string, message: string) => void reasons.push({ code, message });
	if (highCode !== null && amount === high) say(highCode, `Held at ${shown(high)}: ${wordsOf(highCode, splitting)}`);
	else if (lowCode !== null && amount === low) say(lowCode, `Kept at ${shown(low)}: ${wordsOf(lowCode, splitting)}`);
	const tried = amount - split.expectedBest[position]!;
	if (tried > WORTH_SAYING * split.amounts.reduce((sum, part) => sum + part, 0)) {
		say(
			'test',
			`${shown(Math.round(tried))} of it is a test: by expected results alone it would get less, but its results today will show whether more pays`,
		);
	}
	if (response === null) {
		say(
			'no-evidence',
			'No campaign has results of a full day yet: the budget is split as it was spent before, or evenly',
		);
	} else if (spend.usual === 0) say('no-history', 'Never spent yet: the estimate is that of the other campaigns');
	else if (at !== null && !at.identified) {
		say(
			'unidentified-response',
			`${response.days} full days do not say how it responds to more or less money: the estimate borrows from the other campaigns. A Learning Reserve explores more`,
		);
	}
	return reasons;
}

/** Parts of the day that are tests are said from here on. */
const WORTH_SAYING = 0.01;

function wordsOf(code: BoundCode, { campaign, spend }: Splitting): string {
	switch (code) {
		case 'minimum':
			return 'its minimum';
		case 'maximum':
			return 'its maximum';
		case 'change':
			return `at most ${100 * campaign.maxDailyChange!} % more or less than its last full day`;
		case 'growth':
			return spend.largest > 0
				? 'four times its largest day so far, until its results at that spend are in'
				: 'an even share of the day, until it has results';
		case 'target-cpa':
			return `more would cost above ${campaign.targetCpa} per conversion on average`;
		case 'target-roas':
			return `more would return less than ${campaign.targetRoas} times the spend on average`;
	}
}
