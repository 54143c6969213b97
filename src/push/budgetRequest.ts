import { amazonCampaignBudget } from '../platforms/amazon-ads/push';
import type { BudgetEdit } from './budgetEdit';
import { genericBudget } from '../platforms/generic/push';
import { googleCampaignBudget } from '../platforms/google-ads/push';
import { linkedinCampaignBudget } from '../platforms/linkedin-ads/push';
import { metaBudget } from '../platforms/meta-ads/push';
import { microsoftBudget } from '../platforms/microsoft-ads/push';
import type { PushRequest } from './pushRequest';
import { tiktokBudget } from '../platforms/tiktok-ads/push';

/**
 * The request that sets a daily budget.
 *
 * @throws UserError if the target lacks what the platform's address needs
 */
export function budgetRequest(edit: BudgetEdit): PushRequest {
	switch (edit.target.platform) {
		case 'amazon_ads':
			return amazonCampaignBudget(edit);
		case 'generic':
			return genericBudget(edit);
		case 'google_ads':
			return googleCampaignBudget(edit);
		case 'linkedin_ads':
			return linkedinCampaignBudget(edit);
		case 'meta_ads':
			return metaBudget(edit);
		case 'microsoft_ads':
			return microsoftBudget(edit);
		case 'tiktok_ads':
			return tiktokBudget(edit);
	}
}
