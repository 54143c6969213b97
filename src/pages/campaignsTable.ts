import { formatMoney } from '../format/formatMoney';
import { formatPercent } from '../format/formatNumber';
import type { CampaignPlan } from '../plan/campaignPlan';
import { htmlTable } from './html';

/** The campaigns' parts of the day, with expected results, marginal return and saturation. */
export function campaignsTable(campaigns: readonly CampaignPlan[], currency: string): string {
	const rows = campaigns.map(({ campaignId, amount, spent, share, expected, marginalReturn, saturation, reasons }) => [
		campaignId,
		formatMoney(amount, currency),
		formatPercent(share),
		formatMoney(spent, currency),
		expected === null
			? 'unknown'
			: `${expected.mean.toFixed(1)} (${expected.low.toFixed(1)} to ${expected.high.toFixed(1)})`,
		marginalReturn === null ? 'unknown' : String(Number(marginalReturn.toPrecision(3))),
		saturation === null ? 'unknown' : formatPercent(saturation.mean),
		reasons.map(({ message }) => message).join('. '),
	]);
	return htmlTable(
		['Campaign', 'Today', 'Share', 'Spent', 'Expected results', 'Marginal return', 'Saturation', 'Why'],
		rows,
	);
}
