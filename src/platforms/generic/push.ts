import { UserError } from '../../errors';
import { jsonRequest } from '../../push/pushRequest';
import type { PushPlatform } from '../../push/pushPlatform';
import { genericProfile } from './profile';

/** The plan's part of one object for an interface of one's own: its amount for the day as text, so that nothing is lost, and its hours. */
export const genericPush: PushPlatform = {
	profile: genericProfile,
	description: 'Amounts per hour, day or campaign for an interface of your own',
	names: ['url'],
	hours: true,
	dailyBudget: ({ target, id, amount, currency, details }) => {
		if (target.url === undefined) {
			throw new UserError('The generic form has no address', "Set 'URL' to where the amounts are to be sent.");
		}
		return jsonRequest('POST', target.url, { ...details, id, amount, currency });
	},
};
