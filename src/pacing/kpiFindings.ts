import type { BudgetDefinition } from '../budget/budgetDefinition';
import { formatMoney } from '../format/formatMoney';
import { formatShortDay } from '../format/formatTime';
import { kpiNotes } from '../notes/kpiNotes';
import { addDays } from '../time/localClock';
import type { DayContext } from './dayContext';
import type { Kpi, KpiEvidence, KpiStanding } from './kpiStanding';
import type { Finding, StandingAlert } from './standingAlerts';

/** Probability of a target missed by more than the band from which somebody is told, and below which all is well. */
const MISSED = { fires: 0.95, keeps: 0.5 };

/** Independent results that the spend would bring at the target: with fewer expected, chance explains too much. */
const LEAST_EXPECTED = 10;

/** What campaigns that miss their targets give to tell. */
export const kpiFindings = (standings: readonly KpiStanding[], { learning, date }: DayContext): Finding[] =>
	standings.flatMap((standing): Finding[] => {
		const { evidence, kpi, campaignId } = standing;
		if (evidence === null || evidence.probability < MISSED.keeps) return [];
		return [
			{
				kind: 'kpi',
				about: aboutKpi(standing),
				severity: 'warning',
				headline: kpiNotes.missed(NAMES[kpi], campaignId),
				message: messageOf(standing, evidence, { date, definition: learning.definition }),
				evidence: evidence.probability >= MISSED.fires && evidence.expected >= LEAST_EXPECTED ? 'fires' : 'keeps',
			},
		];
	});

/** Whether this check could say of an alert that its target is met: not while results are unknown. A target that was removed is no longer missed. */
export const isKpiJudged = ({ about }: StandingAlert, standings: readonly KpiStanding[]): boolean =>
	standings.find((standing) => aboutKpi(standing) === about)?.evidence !== null;

/** What is said when such an alert is over. */
export function kpiResolution(
	{ about }: StandingAlert,
	standings: readonly KpiStanding[],
	{ learning: { definition }, date }: DayContext,
): string {
	const standing = standings.find((one) => aboutKpi(one) === about);
	const evidence = standing?.evidence ?? null;
	if (standing === undefined || evidence === null) {
		const parts = about.split('/');
		return kpiNotes.noTarget(NAMES[parts.at(-1) as Kpi], parts.slice(1, -1).join('/'));
	}
	const { campaignId, kpi, target } = standing;
	if (evidence.results <= 0) return kpiNotes.tooLittle(NAMES[kpi], campaignId);
	const shown = ratioIn(kpi, definition);
	return kpiNotes.met(NAMES[kpi], campaignId, daysOf(evidence, date), shown(evidence.ratio.mean), shown(target));
}

const NAMES: Readonly<Record<Kpi, string>> = { cpa: 'CPA', roas: 'ROAS' };

const aboutKpi = ({ campaignId, kpi }: KpiStanding): string => `campaign/${campaignId}/${kpi}`;

const daysOf = ({ days, lastDay }: KpiEvidence, today: string): string =>
	kpiNotes.days(days, lastDay === addDays(today, -1) ? null : formatShortDay(lastDay));

const ratioIn =
	(kpi: Kpi, { currency }: BudgetDefinition) =>
	(ratio: number): string =>
		kpi === 'cpa' ? formatMoney(ratio, currency) : ratio.toFixed(2);

function messageOf(
	{ campaignId, kpi, target }: KpiStanding,
	evidence: KpiEvidence,
	{ date, definition }: { readonly date: string; readonly definition: BudgetDefinition },
): string {
	const { spend, results, ratio } = evidence;
	const shown = ratioIn(kpi, definition);
	const broughtAt = (value: number) =>
		kpi === 'cpa' ? String(Math.round(spend / value)) : formatMoney(spend * value, definition.currency);
	const days = daysOf(evidence, date);
	const wouldBring = (kpi === 'cpa' ? kpiNotes.conversions : kpiNotes.revenue)(broughtAt(target));
	if (kpi === 'cpa' && results <= 0) {
		return kpiNotes.none({ campaign: campaignId, days, spend: formatMoney(spend, definition.currency), wouldBring });
	}
	return kpiNotes.off({
		name: NAMES[kpi],
		campaign: campaignId,
		days,
		ratio: shown(ratio.mean),
		low: shown(ratio.low),
		high: shown(ratio.high),
		target: shown(target),
		off: ratio.mean / target - 1,
		brings: broughtAt(ratio.mean),
		wouldBring,
	});
}
