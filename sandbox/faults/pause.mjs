/** A person pauses a campaign. */
export default {
	act(account, { campaignId = account.campaigns[0].id }) {
		account.setStatus(campaignId, 'paused', 'person');
	},
};
