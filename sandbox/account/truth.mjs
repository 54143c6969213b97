/** What was really delivered, by day and campaign: what a controller must not know. */
export function createTruth() {
	const days = [];
	return {
		openDay({ date, startMs }) {
			if (days.at(-1)?.startMs !== startMs) days.push({ date, startMs, campaigns: new Map() });
		},
		/** Adds a stretch of delivery to the latest day. */
		add({ campaign, valuePerConversion }, budget, fromMs, untilMs, delivered) {
			const { campaigns } = days.at(-1);
			if (!campaigns.has(campaign.id)) campaigns.set(campaign.id, emptyDay(campaign.id));
			const sums = campaigns.get(campaign.id);
			sums.budgetMicros = budget.amountMicros;
			sums.spendMicros += delivered.costMicros;
			sums.demandMicros += delivered.demandMicros;
			sums.conversions += delivered.conversions;
			sums.value += delivered.conversions * valuePerConversion;
			if (!delivered.outOfBudget) return;
			const latest = sums.outOfBudget.at(-1);
			if (latest?.endMs === fromMs) latest.endMs = untilMs;
			else sums.outOfBudget.push({ startMs: fromMs, endMs: untilMs });
		},
		days: () => days.map(({ campaigns, ...day }) => ({ ...day, campaigns: [...campaigns.values()] })),
	};
}

const emptyDay = (id) => ({
	id,
	budgetMicros: 0,
	spendMicros: 0,
	demandMicros: 0,
	conversions: 0,
	value: 0,
	outOfBudget: [],
});
