import type { Horizon } from '../budget/horizon';
import { formatCount, formatExactPercent, formatPercent } from '../format/formatNumber';
import type { Note } from './note';

/** Why a bidding target is changed, or left as it is. Amounts and targets are formatted. */
export const targetNotes = {
	/** @param restartsLearning whether a changed target can restart the learning phase of the platform */
	lever: (maxPerWeek: number, restartsLearning: boolean, platform: string): Note => ({
		code: 'bidding-target',
		message: `Bidding targets are loosened or tightened by at most ${formatExactPercent(maxPerWeek)} within 7 days, where daily budgets cannot do it. ${
			restartsLearning
				? `A larger change can restart the learning phase of ${platform}`
				: `${platform} keeps what it has learned when a target changes`
		}`,
	}),
	/** The beginning of a sentence. */
	projected: (horizon: Horizon, low: string, high: string, target: string): string =>
		`The ${horizon} is projected at ${low} to ${high} of ${target}`,
	short: (projected: string): string => `${projected}, and daily budgets are not used up`,
	over: (projected: string, spentShare: number): string =>
		`${projected}, and ${formatPercent(spentShare)} of the daily budgets was spent on the last days`,
	change: (facts: {
		readonly action: 'loosen' | 'tighten';
		readonly why: string;
		readonly object: string;
		readonly name: string;
		readonly from: string;
		readonly to: string;
	}): Note => {
		const { action, why, object, name, from, to } = facts;
		return {
			code: action,
			message: `${why}: the ${name} of ${object} is ${action === 'loosen' ? 'loosened' : 'tightened'} from ${from} to ${to}`,
		};
	},
	unknown: (fields: string): Note => ({
		code: 'target-unknown',
		message: `The bidding target in force is unknown: map 'Current Values' to the objects that were read just now, in the order of the IDs, with ${fields}`,
	}),
	none: (): Note => ({
		code: 'no-target',
		message:
			'There is no bidding target here, so there is none to change: set one on the platform, or remove the object from the IDs',
	}),
	portfolio: (): Note => ({
		code: 'portfolio-strategy',
		message:
			'The target is that of a portfolio bidding strategy, which other campaigns may share: it is left alone. Change it on the platform, or remove the campaign from the IDs',
	}),
	noProjection: (): Note => ({
		code: 'no-projection',
		message:
			"No week, month, quarter, year or flight sets today's amount, or there is no forecast of it yet: whether another bidding target is needed is not known",
	}),
	onTarget: (projected: string): Note => ({
		code: 'on-target',
		message: `${projected}, which may well be right: the bidding target stays as it is`,
	}),
	periodEnding: (projected: string, days: number): Note => ({
		code: 'period-ending',
		message: `${projected}, but a bidding target takes about ${formatCount(days, 'day')} to show, and the period ends before`,
	}),
	limitUnknown: (projected: string): Note => ({
		code: 'limit-unknown',
		message: `${projected}, but what limits the spend is not clear: the last days do not agree, or their daily budgets were not reported, or Pacing Budget names campaigns and not this one`,
	}),
	limitedByBudget: (projected: string): Note => ({
		code: 'limited-by-budget',
		message: `${projected}, but the campaign spends its daily budget: more budget is what it needs, not a looser target`,
	}),
	othersFirst: (projected: string): Note => ({
		code: 'limited-by-budget',
		message: `${projected}, but other campaigns spend their daily budgets and could spend more: they get the money first`,
	}),
	budgetsControl: (projected: string): Note => ({
		code: 'budgets-control',
		message: `${projected}, but campaigns keep to their daily budgets: lower budgets are enough`,
	}),
	settling: (days: number, settleDays: number): Note => ({
		code: 'target-settling',
		message: `The bidding target was changed ${days === 0 ? 'less than a day' : formatCount(days, 'day')} ago, and takes about ${formatCount(settleDays, 'day')} to show`,
	}),
	weeklyBound: (maxPerWeek: number, current: string): Note => ({
		code: 'weekly-target-change',
		message: `A bidding target changes by at most ${formatExactPercent(maxPerWeek)} within 7 days, and the rest of that is not worth an edit: it stays at ${current}`,
	}),
	leastChange: (least: number, current: string): Note => ({
		code: 'least-change',
		message: `A change of less than ${formatExactPercent(least)} is not worth an edit: the bidding target stays at ${current}`,
	}),
	budgetRaised: (): Note => ({
		code: 'budget-raised',
		message:
			'The daily budget was raised for the same plan, and one run does not also loosen the bidding target: a later run decides again',
	}),
	targetLoosened: (): Note => ({
		code: 'target-loosened',
		message:
			'The bidding target was loosened for the same plan, and one run does not also raise the daily budget: a later run decides again',
	}),
};
