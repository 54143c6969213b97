import type { DayContext } from '../forecast/dayContext';
import { kpiNotes } from '../notes/kpiNotes';
import type { Kpi, KpiTarget } from './kpiDelivery';
import type { KpiEvidence } from './kpiEvidence';
import { type KpiStanding, type KpiStandings, LEAST_TOGETHER } from './kpiStanding';
import { KPI_NAMES, metWords, missedWords, togetherFacts } from './kpiWords';
import type { Finding, StandingAlert } from './standingAlerts';

/** Probability of a target missed by more than the band: to tell of it, to name a campaign among others, and below which all is well. */
const MISSED = { fires: 0.95, named: 0.75, keeps: 0.5 };

/** Independent results that the spend would bring at the target: with fewer expected, chance explains too much. */
const LEAST_EXPECTED = 10;

/** What campaigns that miss their targets give to tell: where several do, that they do together, and none of them by itself besides. */
export const kpiFindings = (
	standings: readonly KpiStandings[],
	context: DayContext,
	before: readonly StandingAlert[],
): Finding[] =>
	standings.flatMap((standing) => {
		const each = standing.each.flatMap((one) => findingOfOne(one, context));
		const together = findingOfAll(standing, context);
		const about = aboutAll(standing.kpi);
		const stands = before.some((alert) => alert.kind === 'kpi' && alert.about === about && alert.state === 'firing');
		const isOver = together === null && isJudgedTogether(standing);
		const isTold = together?.evidence === 'fires' || (stands && !isOver);
		return [
			...(together === null ? [] : [together]),
			...(isTold ? each.map((finding) => ({ ...finding, evidence: 'keeps' as const })) : each),
		];
	});

function findingOfOne(standing: KpiStanding, context: DayContext): Finding[] {
	const { evidence, kpi, campaignId } = standing;
	if (evidence === null || evidence.probability < MISSED.keeps) return [];
	return [
		{
			kind: 'kpi',
			about: aboutOne(standing),
			severity: 'warning',
			headline: kpiNotes.missed(KPI_NAMES[kpi], campaignId),
			message: missedWords(standing, evidence, context),
			evidence: isMissed(evidence) ? 'fires' : 'keeps',
		},
	];
}

function findingOfAll({ kpi, judged, together }: KpiStandings, context: DayContext): Finding | null {
	if (together === null || together.probability < MISSED.keeps) return null;
	const missing = ({ resultsAtTarget, attained }: KpiEvidence) => resultsAtTarget * (1 - attained.mean);
	const named = judged
		.filter(({ evidence }) => evidence.probability >= MISSED.named)
		.sort((a, b) => missing(b.evidence) - missing(a.evidence))
		.map(({ campaignId }) => campaignId);
	return {
		kind: 'kpi',
		about: aboutAll(kpi),
		severity: 'warning',
		headline: kpiNotes.missedTogether(KPI_NAMES[kpi], named.length, judged.length),
		message: kpiNotes.offTogether({ ...togetherFacts(judged, kpi, together, context), named }),
		evidence: isMissed(together) && named.length >= LEAST_TOGETHER ? 'fires' : 'keeps',
	};
}

const isMissed = ({ probability, expected }: KpiEvidence): boolean =>
	probability >= MISSED.fires && expected >= LEAST_EXPECTED;

/** Whether this check could say of an alert that its target is met: not while results are unknown. A target that was removed is no longer missed. */
export function isKpiJudged({ about }: StandingAlert, standings: readonly KpiStandings[]): boolean {
	const ofAll = standings.find(({ kpi }) => aboutAll(kpi) === about);
	if (ofAll !== undefined) return isJudgedTogether(ofAll);
	return oneAbout(about, standings)?.evidence !== null;
}

/** Whether it is known how campaigns do together, or that too few have a target. */
const isJudgedTogether = ({ together, each }: KpiStandings): boolean =>
	together !== null || each.length < LEAST_TOGETHER;

/** What is said when such an alert is over. */
export function kpiResolution(
	{ about }: StandingAlert,
	standings: readonly KpiStandings[],
	context: DayContext,
): string {
	const ofAll = standings.find(({ kpi }) => aboutAll(kpi) === about);
	if (ofAll !== undefined) {
		const { kpi, judged, together } = ofAll;
		if (together === null) return kpiNotes.noTargets(KPI_NAMES[kpi]);
		if (together.results <= 0) return kpiNotes.tooLittleTogether(KPI_NAMES[kpi]);
		return kpiNotes.metTogether(togetherFacts(judged, kpi, together, context));
	}
	const one = oneAbout(about, standings);
	if (one?.evidence != null) return metWords(one, one.evidence, context);
	const parts = about.split('/');
	return kpiNotes.noTarget(KPI_NAMES[parts.at(-1) as Kpi], parts.slice(1, -1).join('/'));
}

const aboutOne = ({ campaignId, kpi }: KpiTarget): string => `campaign/${campaignId}/${kpi}`;

const aboutAll = (kpi: Kpi): string => `campaigns/${kpi}`;

const oneAbout = (about: string, standings: readonly KpiStandings[]): KpiStanding | undefined =>
	standings.flatMap(({ each }) => each).find((standing) => aboutOne(standing) === about);
