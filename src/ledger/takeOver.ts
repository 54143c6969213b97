import type { IndexedWindow } from './absoluteWindows';
import { groupBy } from '../groupBy';
import type { DeliveredHour } from './deliveredHour';
import type { Ledger, StoredCampaign } from './ledger';
import { campaignKey, namesLess } from './source';

interface TakenOver {
	readonly ledger: Ledger;
	readonly rejected: readonly { readonly index: number; readonly reason: string }[];
}

/**
 * Lets the windows of a report continue what is known of their campaigns under a lesser name.
 *
 * The first source that names more than the ledger does of a campaign takes over its hours, so that the same account counts once whether or
 * not its name was known. From then on, windows of the campaign that name less are rejected: nobody can tell whose they are.
 *
 * @param windows with spend
 */
export function takeOver(ledger: Ledger, windows: readonly IndexedWindow[]): TakenOver {
	if (
		windows.every(({ hour }) => hour.source === undefined) &&
		ledger.campaigns.every(({ source }) => source === undefined)
	) {
		return { ledger, rejected: [] };
	}
	const reported = [...groupBy(windows, ({ hour }) => campaignKey(hour)).values()].map((own) => ({
		...own[0]!.hour,
		indexes: own.map(({ index }) => index),
	}));
	const known = groupBy([...ledger.campaigns, ...reported], ({ campaignId }) => campaignId);
	const namedBetter = ({ campaignId, source: lesser }: DeliveredHour) =>
		known.get(campaignId)!.find(({ source }) => namesLess(lesser, source))?.source;
	const rejected = reported.flatMap((campaign) => {
		const source = namedBetter(campaign);
		return source === undefined ? [] : campaign.indexes.map((index) => ({ index, reason: unnamed(source) }));
	});
	const takers = groupBy(
		reported.filter((campaign) => namedBetter(campaign) === undefined),
		({ campaignId }) => campaignId,
	);
	const campaigns = ledger.campaigns.map((campaign): StoredCampaign => {
		const taker = takers
			.get(campaign.campaignId)
			?.map(({ source }) => source)
			.filter((source) => namesLess(campaign.source, source))
			.sort()[0];
		return taker === undefined ? campaign : { ...campaign, source: taker };
	});
	const isTaken = campaigns.some((campaign, position) => campaign !== ledger.campaigns[position]);
	return { ledger: isTaken ? { ...ledger, campaigns } : ledger, rejected };
}

const unnamed = (source: string): string =>
	`The campaign is known from ${source.slice(0, 60)}: name the account in the report, or as 'Source' if the report cannot`;
