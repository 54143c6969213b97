import { formatMoney } from '../format/formatMoney';
import { formatPercent } from '../format/formatNumber';
import { alertNotes } from '../notes/alertNotes';
import type { SpendPlan } from '../plan/spendPlan';
import { type Alert, dedupKeyOf, type StandingAlert } from './standingAlerts';
import { isOnItsWay } from './telling';
import { GRACE_MS } from './watch';

/** A look at today's plan. */
interface PlanLook {
	/** The latest plan; null before the first. */
	readonly plan: SpendPlan | null;
	/** Today's local date. */
	readonly date: string;
	readonly nowMs: number;
	/** How far its amount must change to be news, as a fraction. */
	readonly change: number;
}

/**
 * Whether today's plan is news: its amount is further from the one that was told last, or else from the first that was seen today, than it may be. What
 * is not marked as told is told again, as long as the day is not over.
 *
 * @returns the standing alerts, the same list if nothing changed, and what is told
 */
export function planAlerts(
	standing: readonly StandingAlert[],
	{ plan, date, nowMs, change }: PlanLook,
): { standing: readonly StandingAlert[]; alerts: readonly Alert[] } {
	if (plan === null || plan.date !== date) return { standing, alerts: [] };
	const old = standing.find((one) => isOfPlan(one) && one.about === aboutDay(date));
	const next = nextOf(old, plan, nowMs, change);
	if (next === old) return { standing, alerts: [] };
	return {
		standing: [...standing.filter((one) => !isOfPlan(one)), next],
		alerts: next.state === 'firing' ? [told(next, plan)] : [],
	};
}

const isOfPlan = ({ kind }: StandingAlert): boolean => kind === 'plan-changed';

const aboutDay = (date: string): string => `day/${date}`;

/** What is kept of a plan: the amount that was told or first seen. */
function nextOf(
	old: StandingAlert | undefined,
	{ date, dayAmount, currency }: SpendPlan,
	nowMs: number,
	change: number,
): StandingAlert {
	const base = { kind: 'plan-changed', about: aboutDay(date), value: dayAmount } as const;
	if (old === undefined) return { ...base, state: 'pending', sinceMs: nowMs, toldMs: null };
	const [before, now] = [Number(old.value), Number(dayAmount)];
	if (Math.abs(now - before) > change * before) {
		const share = before > 0 ? formatPercent(Math.abs(now / before - 1)) : null;
		const message = alertNotes.planChanged(
			formatMoney(before, currency),
			formatMoney(now, currency),
			share,
			now > before,
		);
		return { ...base, state: 'firing', sinceMs: nowMs, toldMs: nowMs, unmarked: true, message };
	}
	const isDue = old.unmarked === true && !isOnItsWay({ toldMs: old.toldMs ?? 0 }, { graceMs: GRACE_MS }, nowMs);
	return isDue ? { ...old, toldMs: nowMs } : old;
}

const told = (one: StandingAlert, plan: SpendPlan): Alert => ({
	kind: one.kind,
	about: one.about,
	state: 'firing',
	notify: true,
	repeated: false,
	severity: 'info',
	dedupKey: dedupKeyOf(one, plan),
	sinceMs: one.sinceMs,
	headline: alertNotes.planHasChanged,
	message: one.message ?? '',
});
