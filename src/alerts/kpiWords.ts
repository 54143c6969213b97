import type { DayContext } from '../forecast/dayContext';
import { formatMoney } from '../format/formatMoney';
import { formatShortDay } from '../format/formatTime';
import { kpiNotes } from '../notes/kpiNotes';
import { addDays } from '../time/localClock';
import { type Kpi, type KpiTarget, RESULTS_OF } from './kpiDelivery';
import type { KpiEvidence } from './kpiEvidence';
import type { KpiStanding } from './kpiStanding';

export const KPI_NAMES: Readonly<Record<Kpi, string>> = { cpa: 'CPA', roas: 'ROAS' };

/** What is said of a campaign that misses its target. */
export function missedWords(
	{ campaignId, kpi, target }: KpiTarget,
	evidence: KpiEvidence,
	context: DayContext,
): string {
	const { spend, results, resultsAtTarget, attained } = evidence;
	const days = daysOf(evidence, context);
	const wouldBring = kpiNotes[RESULTS_OF[kpi]](shownResults(kpi, resultsAtTarget, context));
	if (kpi === 'cpa' && results <= 0) {
		const { currency } = context.learning.definition;
		return kpiNotes.none({ campaign: campaignId, days, spend: formatMoney(spend, currency), wouldBring });
	}
	const shown = (multiple: number) => shownRatio(kpi, target * multiple, context);
	const ratio =
		kpi === 'cpa'
			? { mean: 1 / attained.mean, low: 1 / attained.high, high: 1 / attained.low }
			: { mean: attained.mean, low: attained.low, high: attained.high };
	return kpiNotes.off({
		name: KPI_NAMES[kpi],
		campaign: campaignId,
		days,
		ratio: shown(ratio.mean),
		low: shown(ratio.low),
		high: shown(ratio.high),
		target: shown(1),
		off: ratio.mean - 1,
		brings: shownResults(kpi, attained.mean * resultsAtTarget, context),
		wouldBring,
	});
}

/** What is said of a campaign that meets its target again. */
export function metWords({ campaignId, kpi, target }: KpiTarget, evidence: KpiEvidence, context: DayContext): string {
	const { results, attained } = evidence;
	if (results <= 0) return kpiNotes.tooLittle(KPI_NAMES[kpi], campaignId);
	const ratio = kpi === 'cpa' ? target / attained.mean : target * attained.mean;
	return kpiNotes.met(
		KPI_NAMES[kpi],
		campaignId,
		daysOf(evidence, context),
		shownRatio(kpi, ratio, context),
		shownRatio(kpi, target, context),
	);
}

/** What campaigns bring together, and would bring at their targets, formatted. */
export function togetherFacts(judged: readonly KpiStanding[], kpi: Kpi, together: KpiEvidence, context: DayContext) {
	const { resultsAtTarget, attained } = together;
	const shown = (multiple: number) => shownResults(kpi, multiple * resultsAtTarget, context);
	return {
		name: KPI_NAMES[kpi],
		campaigns: judged.length,
		days: daysOf(together, context),
		brings: kpiNotes[RESULTS_OF[kpi]](shown(attained.mean)),
		low: shown(attained.low),
		high: shown(attained.high),
		wouldBring: shown(1),
	};
}

const daysOf = ({ days, lastDay }: KpiEvidence, { date }: DayContext): string =>
	kpiNotes.days(days, lastDay === addDays(date, -1) ? null : formatShortDay(lastDay));

const shownRatio = (kpi: Kpi, ratio: number, { learning: { definition } }: DayContext): string =>
	kpi === 'cpa' ? formatMoney(ratio, definition.currency) : ratio.toFixed(2);

const shownResults = (kpi: Kpi, results: number, { learning: { definition } }: DayContext): string =>
	kpi === 'cpa' ? String(Math.round(results)) : formatMoney(results, definition.currency);
