import type { IndexedWindow } from './absoluteWindows';
import { groupBy } from '../groupBy';
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
	const reported = windows.map(({ hour }) => hour);
	const sourcesOf = groupBy([...ledger.campaigns, ...distinct(reported)], ({ campaignId }) => campaignId);
	const rejected = windows.flatMap(({ index, hour }) => {
		const other = sourcesOf.get(hour.campaignId)!.find(({ source }) => namesLess(hour.source, source));
		return other === undefined ? [] : [{ index, reason: unnamed(other.source!) }];
	});
	const left = new Set(rejected.map(({ index }) => index));
	const takers = groupBy(
		distinct(windows.filter(({ index }) => !left.has(index)).map(({ hour }) => hour)),
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

/** One window of each campaign and source. */
const distinct = <Window extends { readonly campaignId: string; readonly source?: string }>(
	windows: readonly Window[],
): readonly Window[] => [...new Map(windows.map((window) => [campaignKey(window), window])).values()];
