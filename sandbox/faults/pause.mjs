/** A person pauses a campaign, for good or for `hours`. */
export default {
	act(account, { campaignId = account.campaigns[0].id }) {
		account.setStatus(campaignId, 'paused', 'person');
	},
	end(account, { campaignId = account.campaigns[0].id }) {
		account.setStatus(campaignId, 'enabled', 'person');
	},
};
