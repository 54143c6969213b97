import { sum } from 'simple-statistics';

import type { Objective } from '../budget/budgetDefinition';
import { HORIZONS } from '../budget/horizon';
import { expectedResponse } from '../campaigns/expectedResponse';
import { responseAt } from '../campaigns/responseAt';
import type { DayContext } from '../forecast/dayContext';
import { formatMoney } from '../format/formatMoney';
import { headroomNotes } from '../notes/headroomNotes';
import type { Note } from '../notes/note';
import type { SpendPlan } from '../plan/spendPlan';
import { PER_MILLE } from '../results/measure';
import type { ExhaustionForecast } from './exhaustionForecast';

/** A campaign that its budget limits: what it has today, and what it could spend above that. Major units. */
interface Limited {
	/** In the order of the definition. */
	readonly position: number;
	readonly amount: number;
	readonly more: number;
}

/** Share of today's amount below which more is not worth a word, and share of a longer amount below which it leaves no room. */
const WORTH_SAYING = 0.05;
const NO_ROOM = 0.01;

/** Share of the day's demand after which too little of the day is left to say what it could take. */
const LATEST = 0.5;

/**
 * What more budget would bring today, where the budget limits the day: the additional spend, what its results would cost by the response model, and
 * whether the longer periods have room for it. Information for a person, never an alert.
 *
 * @returns null where demand limits the day, little more would be spent, or that is not known
 */
export function headroomNote(
	context: DayContext,
	{ status, horizons }: Pick<ExhaustionForecast, 'status' | 'horizons'>,
): Note | null {
	const { learning, plan, dayAmount, expectedShare } = context;
	if (plan === null || status === 'stale-data' || expectedShare > LATEST || dayAmount <= 0) return null;
	const limited = limitedCampaigns(plan);
	const more = sum(limited.map((campaign) => campaign.more));
	if (more < WORTH_SAYING * dayAmount) return null;
	const { currency } = learning.definition;
	return headroomNotes.more(formatMoney(more, currency), priceOf(context, limited), roomOf(horizons, currency));
}

function limitedCampaigns({ campaigns, dayAmount, limitedBy, headroom }: SpendPlan): Limited[] {
	const all = campaigns ?? [{ amount: dayAmount, limitedBy, headroom }];
	return all.flatMap((campaign, position) =>
		campaign.limitedBy !== 'budget' || campaign.headroom === null || campaign.headroom.mean <= 0
			? []
			: [{ position, amount: Number(campaign.amount), more: campaign.headroom.mean }],
	);
}

/** What the results of the additional spend would cost; null unless the days of each campaign determine how it responds. */
function priceOf({ learning: { campaigns, definition } }: DayContext, limited: readonly Limited[]): string | null {
	const { responses } = campaigns();
	if (responses === null) return null;
	const isKnown = limited.every(
		({ position, amount }) => amount > 0 && responseAt(responses[position]!, amount).identified,
	);
	if (!isKnown) return null;
	const results = sum(
		limited.map(({ position, amount, more }) => {
			const expected = expectedResponse(responses[position]!);
			return expected(amount + more) - expected(amount);
		}),
	);
	return results > 0
		? priced(definition.objective, sum(limited.map(({ more }) => more)) / results, definition.currency)
		: null;
}

/** @param spendPerResult major units of spend for one more result of the objective */
function priced(objective: Objective, spendPerResult: number, currency: string): string | null {
	switch (objective) {
		case 'conversions':
		case 'cpa':
			return headroomNotes.cpa(formatMoney(spendPerResult, currency));
		case 'revenue':
		case 'roas':
			return headroomNotes.roas((1 / spendPerResult).toFixed(2));
		case 'clicks':
			return headroomNotes.cpc(formatMoney(spendPerResult, currency));
		case 'reach':
			return headroomNotes.cpm(formatMoney(spendPerResult * PER_MILLE, currency));
		case 'balanced':
			return null;
	}
}

/** What the tightest of the longer periods leaves if days continue as before; null without one. */
function roomOf(horizons: ExhaustionForecast['horizons'], currency: string): string | null {
	const rooms = HORIZONS.flatMap((horizon) => {
		const forecast = horizons[horizon];
		if (forecast === undefined) return [];
		const target = Number(forecast.target);
		return [{ horizon, target, left: target - forecast.projected.mean }];
	});
	if (rooms.length === 0) return null;
	const { horizon, target, left } = rooms.reduce((least, room) => (room.left < least.left ? room : least));
	return headroomNotes.room(horizon, left < NO_ROOM * target ? null : formatMoney(left, currency));
}
