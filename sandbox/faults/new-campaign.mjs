/** A person adds a campaign, like the first one unless told otherwise. */
export default {
	act(account, { campaign }) {
		account.addCampaign({
			...account.scenario.campaigns[0],
			name: 'New campaign',
			sharedBudget: undefined,
			...campaign,
		});
	},
};
