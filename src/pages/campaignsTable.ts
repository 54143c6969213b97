import { formatMoney } from '../format/formatMoney';
import { formatConversions, formatPercent } from '../format/formatNumber';
import type { CampaignPlan } from '../plan/campaignPlan';
import { htmlTable } from './html';
import { paragraph } from './page';

/**
 * The campaigns' parts of the day, with expected results, marginal return and saturation. A reason that all share is said once, above.
 *
 * @param isSaid whether a sentence stands on the page already
 */
export function campaignsTable(
	campaigns: readonly CampaignPlan[],
	currency: string,
	isSaid: (message: string) => boolean,
): string {
	const messages = campaigns.map(({ reasons }) => reasons.map(({ message }) => message));
	const isShared = (message: string) => campaigns.length > 1 && messages.every((own) => own.includes(message));
	const shared = (messages[0] ?? []).filter((message) => isShared(message) && !isSaid(message));
	const rows = campaigns.map(({ campaignId, amount, spent, share, expected, marginalReturn, saturation }, position) => [
		campaignId,
		formatMoney(amount, currency),
		formatPercent(share),
		formatMoney(spent, currency),
		expected === null
			? 'unknown'
			: `${formatConversions(expected.mean)} (${formatConversions(expected.low)} to ${formatConversions(expected.high)})`,
		marginalReturn === null ? 'unknown' : String(Number(marginalReturn.toPrecision(3))),
		saturation === null ? 'unknown' : formatPercent(saturation.mean),
		messages[position]!.filter((message) => !isShared(message)).join('. '),
	]);
	const heads = ['Campaign', 'Today', 'Share', 'Spent', 'Expected results', 'Marginal return', 'Saturation', 'Why'];
	const columns = rows.every((row) => row.at(-1) === '') ? heads.length - 1 : heads.length;
	return (
		shared.map((message) => paragraph(`All campaigns: ${message}.`)).join('') +
		htmlTable(
			heads.slice(0, columns),
			rows.map((row) => row.slice(0, columns)),
		)
	);
}
