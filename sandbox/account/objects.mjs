/** A budget as the account shows it. */
export const describeBudget = ({ name, sharedBudget, budget, totalUntil }, id) => ({
	id,
	name: sharedBudget ?? name,
	amountMicros: Math.round(budget * 1e6),
	kind: totalUntil === undefined ? 'daily' : 'total',
	shared: sharedBudget !== undefined,
	endsMs: totalUntil === undefined ? null : Date.parse(totalUntil),
	schedules: [],
});

/** A campaign as the account shows it. */
export const describeCampaign = (spec, id, budgetId) => ({
	id,
	name: spec.name,
	status: spec.status ?? 'enabled',
	budgetId,
	bidding: spec.bidding ?? 'manual',
	targetCpaMicros: spec.targetCpa === undefined ? undefined : Math.round(spec.targetCpa * 1e6),
	targetRoas: spec.targetRoas,
	disapproved: false,
	schedule: [],
	clickThroughRate: spec.clickThroughRate ?? 0.04,
});
