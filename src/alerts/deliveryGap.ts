import { sum } from 'simple-statistics';

import { type SpendModel, usualIn } from '../demand/spendModel';
import { type SpendHour, spendSeries } from '../demand/spendSeries';
import type { DayContext } from '../forecast/dayContext';
import { dueShare } from '../forecast/dueShare';
import { datesWithSpend, modelBefore } from '../forecast/modelBefore';
import { chanceOfNothing, isNoChance } from '../forecast/silence';
import type { Learning } from '../learning/learning';
import { campaignHours, type Ledger } from '../ledger/ledger';
import { offerOn } from '../ledger/offers';
import { offersOf } from '../ledger/withOffer';
import { fromMicros } from '../money/micros';
import { spendDelay } from '../results/reportDelay';
import { HOUR_MS } from '../time/durations';
import type { ReportedHours } from './reportedHours';

/** Days with spend from which it is known what is usual. */
const LEAST_DAYS = 7;

/** Recent days that say what is usual, and the part of them on which as long a gap is usual too: one day a week is, one incident in four weeks is not. */
const RECENT_DAYS = 28;
const USUAL_SHARE = 0.1;

/** A gap is like one that had this part of its usual spend. */
const ALIKE = 0.5;

/** A campaign that brings less of its report's spend is not missed. */
const LEAST_SHARE = 0.05;

/** Above this probability of nothing a gap says nothing. */
const QUIET = 0.05;

/** Hours without spend at the end of what is reported. */
export interface DeliveryGap {
	readonly fromMs: number;
	/** What is usually spent in them, major units; of the latest hours not all of it is usually reported yet. */
	readonly usual: number;
	/** `none`: chance explains it; `weak`: it may, or nothing is owed in them; `strong`: it does not, and no gap like it is usual. */
	readonly evidence: 'none' | 'weak' | 'strong';
}

/** The hours since the last spend of an object; null if its last reported hour has spend, or it is not known what it usually spends. */
export function deliveryGap(reported: ReportedHours, context: DayContext): DeliveryGap | null {
	const { learning, nowMs } = context;
	const { definition, ledger } = learning;
	const { campaignId, covered } = reported;
	const fromMs = spentUntilMs(reported);
	if (fromMs === null) return null;
	const silent = covered.filter(({ startMs }) => startMs >= fromMs);
	const before = recentDays(covered.filter(({ startMs }) => startMs < fromMs));
	const share = shareOf(reported, before);
	if (share < LEAST_SHARE || isTooLittle(silent, share, learning)) return null;
	const series = campaignId === null ? covered : spendSeries(reported.own, definition.timeZone);
	const earlier = series.filter(({ startMs }) => startMs < fromMs);
	if (datesWithSpend(earlier).size < LEAST_DAYS) return null;
	const model = modelBefore(earlier, learning);
	if (model === null) return null;
	const reportedBy = spendDelay(ledger);
	const last = silent.at(-1);
	const scale = campaignId === null || last === undefined ? 1 : offerScale(reported.own, campaignId, last, model);
	const usualOf = (hour: SpendHour) => scale * usualIn(model, hour);
	const visibleOf = (hour: SpendHour) =>
		usualOf(hour) * Math.min(hour.reported, reportedBy(nowMs - hour.startMs - HOUR_MS));
	const dueOf = dueShare(context, reported);
	const own = campaignId === null ? silent : withoutBreaks(silent, learning);
	const due = sum(own.map((hour) => visibleOf(hour) * dueOf(hour)));
	const isNews =
		isNoChance(model, due) && !isUsualGap({ before, spends: spendsOf(earlier), model, least: ALIKE * due });
	const isWeak = chanceOfNothing(model, sum(own.map(visibleOf))) < QUIET;
	return {
		fromMs,
		usual: sum(silent.map(usualOf)),
		evidence: isNews ? 'strong' : isWeak ? 'weak' : 'none',
	};
}

/** Hours without those in which nothing of the whole report was spent and chance does not explain it: what stopped all campaigns says nothing of one. */
function withoutBreaks(hours: readonly SpendHour[], { spendModel }: Learning): readonly SpendHour[] {
	const stretches: SpendHour[][] = [];
	for (const hour of hours) {
		const last = stretches.at(-1);
		if (last !== undefined && last[0]!.spend > 0 === hour.spend > 0) last.push(hour);
		else stretches.push([hour]);
	}
	const isBreak = (stretch: readonly SpendHour[]) =>
		stretch[0]!.spend === 0 &&
		spendModel !== null &&
		isNoChance(spendModel, sum(stretch.map((hour) => usualIn(spendModel, hour))));
	return stretches.filter((stretch) => !isBreak(stretch)).flat();
}

/** The end of the last hour with spend; null without any. */
export function spentUntilMs({
	campaignId,
	own,
	covered,
}: Pick<ReportedHours, 'campaignId' | 'own' | 'covered'>): number | null {
	const hours = campaignId === null ? covered : own.campaigns.flatMap(campaignHours);
	const last = hours.findLast(({ spend }) => spend > 0);
	return last === undefined ? null : (Math.floor(last.startMs / HOUR_MS) + 1) * HOUR_MS;
}

/** The part of the report's spend on these hours that an object brings. */
function shareOf({ campaignId, own }: ReportedHours, before: readonly SpendHour[]): number {
	if (campaignId === null) return 1;
	const fromMs = before[0]?.startMs ?? Infinity;
	const spends = own.campaigns
		.flatMap(campaignHours)
		.flatMap(({ startMs, spend }) => (startMs >= fromMs ? [spend] : []));
	return fromMicros(sum(spends)).toNumber() / Math.max(Number.EPSILON, sum(before.map(({ spend }) => spend)));
}

/** Whether so little is usually spent in these hours that nothing has to be learned to know that chance explains it. */
function isTooLittle(silent: readonly SpendHour[], share: number, { spendModel }: Learning): boolean {
	if (spendModel === null) return true;
	return Math.exp((-share * sum(silent.map((hour) => usualIn(spendModel, hour)))) / spendModel.unit) > QUIET;
}

const spendsOf = (series: readonly SpendHour[]): ReadonlyMap<number, number> =>
	new Map(series.map(({ startMs, spend }) => [startMs, spend]));

/** The hours of the most recent days. */
function recentDays(hours: readonly SpendHour[]): readonly SpendHour[] {
	const dates = new Set([...new Set(hours.map(({ date }) => date))].slice(-RECENT_DAYS));
	return hours.filter(({ date }) => dates.has(date));
}

/** Whether on many recent days as much was missing without a break: closed weekends, nights, budgets that are used up in the afternoon. */
function isUsualGap({
	before,
	spends,
	model,
	least,
}: {
	readonly before: readonly SpendHour[];
	readonly spends: ReadonlyMap<number, number>;
	readonly model: SpendModel;
	readonly least: number;
}): boolean {
	const firstMs = Math.min(...spends.keys());
	const known = before.filter(({ startMs }) => startMs >= firstMs);
	const quiet = new Set<string>();
	let missing = 0;
	for (const hour of known) {
		missing = (spends.get(hour.startMs) ?? 0) > 0 ? 0 : missing + usualIn(model, hour);
		if (missing >= least) quiet.add(hour.date);
	}
	return quiet.size > USUAL_SHARE * new Set(known.map(({ date }) => date)).size;
}

/** The daily budget in force over what is usually spent on such a day; 1 if it is not known, or no smaller. */
function offerScale(own: Ledger, campaignId: string, { date, weekday }: SpendHour, { spend }: SpendModel): number {
	const offer = offerOn(offersOf(own).get(campaignId), date);
	const usual = sum(spend.slice(24 * weekday, 24 * (weekday + 1)));
	return offer === undefined ? 1 : Math.min(1, fromMicros(offer.amount).toNumber() / usual);
}
