import * as z from 'zod/v4';

import { planId } from '../plan/planId';
import { localClock } from '../time/localClock';

/** What an alert can be about. That of the day's budget running out is `AlertState`; here are its resolutions that are not known to have arrived. */
export const ALERT_KINDS = [
	'exhaustion',
	'push-blocked',
	'edited-by-someone',
	'plan-changed',
	'stale-data',
	'no-delivery',
	'underdelivery',
	'spend-anomaly',
	'kpi',
	'limited-by-demand',
	'balance-low',
	'week-over',
	'week-under',
	'month-over',
	'month-under',
	'quarter-over',
	'quarter-under',
	'year-over',
	'year-under',
	'flight-over',
	'flight-under',
] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

/** Alerts that Prepare Push and Confirm Push tell; all others are those of Check Exhaustion. */
export const isOfPush = (kind: AlertKind): boolean => kind === 'push-blocked' || kind === 'edited-by-someone';

/** An alert that is not over, or whose end is not known to have been told, kept from one run to the next. */
export const StandingAlert = z
	.object({
		kind: z.enum(ALERT_KINDS),
		/** The object or period that it is about; empty for the budget as a whole. */
		about: z.string(),
		state: z.enum(['pending', 'firing', 'resolved']),
		/** When it entered this state. */
		sinceMs: z.number(),
		/** When it was last told; null while it is pending. */
		toldMs: z.number().nullable(),
		/** The value that it was told with; absent where there is none. */
		value: z.string().optional(),
		/** That its last message is not known to have arrived. */
		unmarked: z.literal(true).optional(),
		/** What was said, where a later run could not say it: of its end, or of a plan that changed. */
		message: z.string().optional(),
	})
	.readonly();
export type StandingAlert = z.output<typeof StandingAlert>;

export type Severity = 'info' | 'warning' | 'critical';

/** Something found in one run that an alert may come of. */
export interface Finding {
	readonly kind: AlertKind;
	readonly about: string;
	readonly severity: Severity;
	/** A few words; the message if there are none. */
	readonly headline?: string;
	/** As a sentence, without a full stop. */
	readonly message: string;
	/** `fires` at once, `waits` for the next run to confirm it, or only `keeps` an alert that fires already. */
	readonly evidence: 'fires' | 'waits' | 'keeps';
	/** For how long an alert must be pending before it fires; until the next run by default. */
	readonly hoursOfDoubt?: number;
	/** A value that is told anew when it changes. */
	readonly value?: string;
	/** Whether it is told again every morning. */
	readonly everyMorning?: boolean;
}

/** An alert in one run. */
export interface Alert {
	readonly kind: AlertKind;
	readonly about: string;
	readonly state: 'pending' | 'firing' | 'resolved';
	/** Whether to tell it now. */
	readonly notify: boolean;
	/** Whether the message repeats one that has arrived. */
	readonly repeated: boolean;
	readonly severity: Severity;
	/** The same from the first message of an alert to its last. */
	readonly dedupKey: string;
	readonly sinceMs: number;
	readonly headline: string;
	readonly message: string;
}

/** The same from the first message of an alert to its last. */
export const dedupKeyOf = (
	{ kind, about, sinceMs }: Pick<StandingAlert, 'kind' | 'about' | 'sinceMs'>,
	{ budgetId, timeZone }: { readonly budgetId: string; readonly timeZone: string },
): string => `${budgetId}/${kind}/${kind === 'exhaustion' ? about : planId(localClock(sinceMs, timeZone).date, about)}`;
