import { amazonCampaignBudget } from './amazonAds';
import type { BudgetEdit } from './budgetEdit';
import { genericBudget } from './generic';
import { googleCampaignBudget } from './googleAds';
import { linkedinCampaignBudget } from './linkedinAds';
import { metaBudget } from './metaAds';
import { microsoftBudget } from './microsoftAds';
import type { PushRequest } from './pushRequest';
import { tiktokBudget } from './tiktokAds';

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
