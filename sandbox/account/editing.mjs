import { HOUR_MS } from './calendar.mjs';
import { noteEdit } from './limits.mjs';

/**
 * The edits that a person or an API can make. They trust their caller: minimums and quotas are the platform's. An edit that changes nothing
 * is none.
 *
 * @param account gives the account, whose `edits` are kept here
 * @param openLedger opens a budget's ledger of today
 */
export function createEditing({ account, groups, parts, rules, openLedger }) {
	const groupOf = (id) => found(groups, ({ budget }) => budget.id === String(id), `budget/${id}`);
	const partOf = (id) => found(parts, ({ campaign }) => campaign.id === String(id), `campaign/${id}`);
	const note = (author, field, object, from, to) =>
		account().edits.push({ atMs: account().nowMs, author, field, object, from, to });

	return {
		setBudget(budgetId, amountMicros, author) {
			const group = groupOf(budgetId);
			const { budget, ledger } = group;
			const from = budget.amountMicros;
			if (from === amountMicros) return;
			openLedger(group);
			budget.amountMicros = amountMicros;
			note(author, 'budget', `budget/${budget.id}`, from, amountMicros);
			noteEdit(ledger, budget, rules);
			if (rules.learning === null || Math.abs(amountMicros / from - 1) <= rules.learning.editAbove) return;
			const untilMs = account().nowMs + rules.learning.days * 24 * HOUR_MS;
			for (const part of group.parts) part.learnUntil(untilMs, rules.learning.factor);
		},
		setStatus(campaignId, status, author) {
			const { campaign } = partOf(campaignId);
			if (campaign.status === status) return;
			note(author, 'status', `campaign/${campaign.id}`, campaign.status, status);
			campaign.status = status;
		},
		setSchedule(campaignId, windows, author) {
			const part = partOf(campaignId);
			note(author, 'schedule', `campaign/${part.campaign.id}`, part.campaign.schedule, windows);
			part.campaign.schedule = windows;
			part.replan();
		},
		setTarget(campaignId, target, author) {
			const part = partOf(campaignId);
			const { targetCpaMicros, targetRoas } = part.campaign;
			note(author, 'target', `campaign/${part.campaign.id}`, { targetCpaMicros, targetRoas }, target);
			Object.assign(part.campaign, target);
			part.replan();
		},
		addBudgetSchedule(budgetId, schedule, author) {
			const { budget } = groupOf(budgetId);
			note(author, 'budget-schedule', `budget/${budget.id}`, null, schedule);
			budget.schedules.push(schedule);
		},
	};
}

function found(list, fits, name) {
	const one = list.find(fits);
	if (one === undefined) throw new RangeError(`There is no ${name} in the account`);
	return one;
}
