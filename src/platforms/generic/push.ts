import { UserError } from '../../errors';
import { jsonRequest } from '../../levers/pushRequest';
import type { PushPlatform } from '../../push/pushPlatform';
import { genericAnswer } from './answer';
import { genericProfile } from './profile';

/** Sends the plan of one object to the user's own interface: its daily amount as text, so that no digits are lost, and its hours. */
export const genericPush: PushPlatform = {
	profile: genericProfile,
	readAnswer: genericAnswer,
	description: 'Amounts per hour, day or campaign for an interface of your own',
	names: ['url'],
	hours: true,
	readBudget: ({ amount }) => ({ kind: 'daily', amount }),
	dailyBudget: ({ target, id, amount, currency, details }) => {
		if (target.url === undefined) {
			throw new UserError('The generic platform has no URL', "Set 'URL' to the address that receives the amounts.");
		}
		return jsonRequest('POST', target.url, { ...details, id, amount, currency });
	},
};
