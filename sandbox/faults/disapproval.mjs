/** The ads of a campaign are disapproved, for good or for `hours`. */
export default {
	act(account, { campaignId = account.campaigns[0].id }) {
		account.setDisapproved(campaignId, true);
	},
	end(account, { campaignId = account.campaigns[0].id }) {
		account.setDisapproved(campaignId, false);
	},
};
