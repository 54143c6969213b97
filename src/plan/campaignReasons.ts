import type { Campaign } from '../budget/campaign';
import { fromMinorUnits } from '../money/minorUnits';
import type { BoundCode } from '../campaigns/campaignBounds';
import type { CampaignSpend } from '../campaigns/campaignSpend';
import type { CampaignResponse } from '../campaigns/learnResponses';
import type { ResponseAt } from '../campaigns/responseAt';
import type { DaySplit } from '../campaigns/splitDay';

interface ReasonContext {
	readonly campaign: Campaign;
	readonly split: DaySplit;
	/** Index of the campaign in the split. */
	readonly position: number;
	readonly spend: CampaignSpend;
	readonly response: CampaignResponse | null;
	readonly at: ResponseAt | null;
	readonly currency: string;
}

/** Reasons for a campaign's amount, in words. */
export function campaignReasons(context: ReasonContext): { code: string; message: string }[] {
	const { split, position, spend, response, at, currency } = context;
	const amount = split.amounts[position]!;
	const { low, high, lowCode, highCode } = split.bounds[position]!;
	const format = (units: number) => `${fromMinorUnits(units, currency)} ${currency}`;
	const reasons: { code: string; message: string }[] = [];
	const add = (code: string, message: string) => void reasons.push({ code, message });
	if (highCode !== null && amount === high)
		add(highCode, `Held at ${format(high)}: ${describeBound(highCode, context)}`);
	else if (lowCode !== null && amount === low)
		add(lowCode, `Kept at ${format(low)}: ${describeBound(lowCode, context)}`);
	const exploration = amount - split.expectedBest[position]!;
	if (exploration > MIN_REPORTED_SHARE * split.amounts.reduce((sum, part) => sum + part, 0)) {
		add(
			'test',
			`${format(Math.round(exploration))} of it is exploration: by expected results alone it would get less, but today's results will show whether more pays`,
		);
	}
	if (response === null) {
		add(
			'no-evidence',
			'No campaign has results of a full day yet: the budget is split as it was spent before, or evenly',
		);
	} else if (spend.usual === 0) add('no-history', 'Never spent yet: the estimate is that of the other campaigns');
	else if (at !== null && !at.identified) {
		add(
			'unidentified-response',
			`${response.days} full days do not identify its response to spend: the estimate borrows from the other campaigns. A Learning Reserve explores more`,
		);
	}
	return reasons;
}

/** Exploration is reported from this share of the day on. */
const MIN_REPORTED_SHARE = 0.01;

function describeBound(code: BoundCode, { campaign, spend }: ReasonContext): string {
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
