import type { BudgetDefinition } from '../budget/budgetDefinition';
import type { Ledger } from '../ledger/ledger';
import { ordinaryDates } from '../budget/ordinaryDates';
import { localClock } from '../time/localClock';
import { type CampaignDay, campaignDays, type DaysOfCampaigns, daysTogether } from './campaignDays';
import type { CampaignRegime } from './campaignRegime';
import { type CampaignSpend, campaignSpend } from './campaignSpend';
import { type DayValues, learnDayValues } from './learnDayValues';
import { type CampaignDelivery, learnDelivery } from './learnDelivery';
import { type CampaignResponse, learnResponses } from './learnResponses';

/** Spend and responses of a budget's campaigns, in the order of its definition. */
export interface CampaignLearning {
	/** (campaigns) full days in order. */
	readonly histories: readonly (readonly CampaignDay[])[];
	readonly spends: readonly CampaignSpend[];
	/** null while no campaign has a full day with results. */
	readonly responses: readonly CampaignResponse[] | null;
	/** (campaigns) how they deliver their daily budgets. */
	readonly deliveries: readonly CampaignDelivery[];
	/** What weekdays are worth to all campaigns together. */
	readonly dayValues: DayValues;
	/** Whether results are counts, or amounts such as revenue. */
	readonly isCounted: boolean;
}

/**
 * Learns spend and responses of a budget's campaigns from its ledger. A budget that names no campaigns is treated as one campaign.
 *
 * Event days count toward spend, but are not used to learn responses.
 *
 * @param regimes detected changes: earlier days inform the shape of the campaign's response, but not its level
 */
export function learnCampaigns(
	ledger: Ledger,
	definition: BudgetDefinition,
	regimes: readonly CampaignRegime[] = [],
): CampaignLearning {
	const histories = historiesOf(ledger, definition, regimes);
	const isCounted = !['revenue', 'roas'].includes(definition.objective);
	const today = lastDayOf(histories) + 1;
	const deliveries = learnDelivery(histories, today);
	return {
		histories,
		spends: spendsOf(histories),
		responses: learnResponses(histories, isCounted),
		deliveries,
		dayValues: learnDayValues(histories, deliveries, today, isCounted),
		isCounted,
	};
}

/** Spend of a budget's campaigns, without their responses. */
export const learnSpends = (ledger: Ledger, definition: BudgetDefinition): CampaignSpend[] =>
	spendsOf(historiesOf(ledger, definition, []));

function historiesOf(ledger: Ledger, definition: BudgetDefinition, regimes: readonly CampaignRegime[]) {
	const days = ordinaryDays(campaignDays(ledger, definition), definition);
	const sinceOf = new Map(
		regimes.map(({ campaignId, sinceMs }) => [campaignId, localClock(sinceMs, definition.timeZone).date]),
	);
	return (
		definition.campaigns?.map(({ campaignId }) =>
			withOutdated(days.get(campaignId) ?? [], sinceOf.get(campaignId)),
		) ?? [daysTogether(days, ledger)]
	);
}

const spendsOf = (histories: readonly (readonly CampaignDay[])[]): CampaignSpend[] => histories.map(campaignSpend);

/** The last full day of any campaign; -Infinity before the first. */
const lastDayOf = (histories: readonly (readonly CampaignDay[])[]): number =>
	Math.max(...histories.flatMap((own) => own.at(-1)?.day ?? []));

function ordinaryDays(days: DaysOfCampaigns, { events }: BudgetDefinition): DaysOfCampaigns {
	const isOrdinary = ordinaryDates(new Set([...days.values()].flat().map(({ date }) => date)), events);
	return new Map(
		[...days].map(([id, own]) => [id, own.map((day) => (isOrdinary(day.date) ? day : { ...day, result: null }))]),
	);
}

/** @param since local date of the change, if there was one */
const withOutdated = (days: readonly CampaignDay[], since = ''): readonly CampaignDay[] =>
	days.map((day) => (day.date < since ? { ...day, isOutdated: true } : day));
