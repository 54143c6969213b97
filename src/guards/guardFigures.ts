import * as z from 'zod/v4';

import { UserError } from '../errors';
import type { Level } from '../levers/level';
import { smallestStep } from '../levers/platformAmount';
import type { PlatformProfile } from '../levers/platformProfile';
import { Amount } from '../money/amount';
import { toMinorUnits } from '../money/minorUnits';

/** Maximum number of edits per day: more than any lever needs. Every edit is stored in the state. */
const MAX_EDITS_PER_DAY = 24;

/**
 * What happens to a value that somebody else has set: it is left alone until the policy changes (`respect`), for some hours (`resume`), or for
 * the rest of the local day (`adopt`).
 */
const EDIT_POLICIES = ['respect', 'resume', 'adopt'] as const;
export type EditPolicy = (typeof EDIT_POLICIES)[number];

/** Changes below this are not worth an edit: they are within what platforms deliver more or less on any day. */
const LEAST_CHANGE_FRACTION = 0.03;

const RESUME_AFTER_HOURS = 24;

/** Largest change of a bidding target within 7 days: a cautious figure of this package. */
const MAX_TARGET_CHANGE_FRACTION = 0.1;

const Fraction = z.number().min(0, 'must be at least 0').max(1, 'must be at most 1');

/** Figures of the profile that the user overrides. */
export const GuardFigures = z.strictObject({
	overdelivery: z.number().min(1, 'must be at least 1').max(10).optional(),
	/** Maximum cost of a day as a factor of its amount; the platform's overdelivery by default. */
	dayFactor: z.number().gt(0, 'must be above 0').max(10).optional(),
	ratchet: z.boolean().optional(),
	editsPerHour: z.number().int().min(1).max(60).optional(),
	editsPerDay: z.number().int().min(1).max(MAX_EDITS_PER_DAY).optional(),
	coolDownMinutes: z.number().min(0, 'must be at least 0').max(10_080).optional(),
	maxChangeFraction: z.number().gt(0, 'must be above 0').max(10).optional(),
	/** Largest change of a bidding target within 7 days, as a fraction. */
	maxTargetChangeFraction: z.number().gt(0, 'must be above 0').max(0.5, 'must be at most 0.5').optional(),
	minimumAmount: Amount.optional(),
	increment: Amount.optional(),
	/** Smallest change that is an edit, as a fraction of the value in force. */
	leastChangeFraction: Fraction.optional(),
	/** What happens to a value that somebody else has set. */
	peoplesEdits: z.enum(EDIT_POLICIES).optional(),
	/** With `resume`: hours from the edit until plans are followed again. */
	resumeAfterHours: z.number().min(0, 'must be at least 0').max(8760).optional(),
	apiVersion: z
		.string()
		.regex(/^v?\d+(\.\d+)?$/, 'must be a version such as v26')
		.optional(),
});
export type GuardFigures = Readonly<z.output<typeof GuardFigures>>;

/** The figures in force for one push, amounts in minor units. */
export interface PushLimits {
	/** Currency of the account and of all amounts that the guards compare. */
	readonly currency: string;
	readonly overdelivery: number | null;
	readonly dayFactor: number | null;
	readonly ratchet: boolean;
	readonly editsPerHour: number | null;
	readonly editsPerDay: number;
	readonly coolDownMinutes: number;
	readonly maxChangeFraction: number;
	/** Whether one push may return to a daily budget of the last week: neither the platform nor the user asks for smaller steps. */
	readonly returnsInOneStep: boolean;
	/** Of a bidding target, within 7 days. */
	readonly maxTargetChangeFraction: number;
	/** null if unknown. */
	readonly minimum: number | null;
	/** Amounts are whole multiples of this. */
	readonly increment: number;
	readonly learningPhase: boolean;
	readonly editBoundsMonth: boolean;
	/** A smaller change of an amount is no edit. */
	readonly leastChangeFraction: number;
	readonly peoplesEdits: EditPolicy;
	readonly resumeAfterHours: number;
}

/**
 * The profile's figures, overridden by the user's.
 *
 * @throws UserError if a daily factor is set for a platform whose overdelivery is unknown
 */
export function pushLimits(
	profile: PlatformProfile,
	figures: GuardFigures,
	currency: string,
	level: Level,
): PushLimits {
	const known = figures.minimumAmount ?? profile.minimum.value[level]?.[currency];
	const step = smallestStep(profile.amountUnit, currency);
	const requested = figures.increment === undefined ? step : toMinorUnits(figures.increment, currency, 'up');
	const overdelivery = figures.overdelivery ?? profile.overdelivery.value;
	if (overdelivery === null && figures.dayFactor !== undefined) {
		throw new UserError(
			`'Day Factor' cannot be guaranteed, because the overdelivery of ${profile.label} is unknown`,
			"Add 'Overdelivery' to the guards, or remove 'Day Factor'.",
		);
	}
	return {
		currency,
		overdelivery,
		dayFactor: figures.dayFactor ?? overdelivery,
		ratchet: figures.ratchet ?? profile.ratchet.value,
		editsPerHour: figures.editsPerHour ?? profile.editsPerHour.value,
		editsPerDay: figures.editsPerDay ?? profile.editsPerDay.value,
		coolDownMinutes: figures.coolDownMinutes ?? profile.coolDownMinutes.value,
		maxChangeFraction: figures.maxChangeFraction ?? profile.maxChangeFraction.value,
		returnsInOneStep: figures.maxChangeFraction === undefined && !profile.learningPhase.value,
		maxTargetChangeFraction: figures.maxTargetChangeFraction ?? MAX_TARGET_CHANGE_FRACTION,
		minimum: known === undefined ? null : toMinorUnits(known, currency, 'up'),
		increment: Math.max(step, Math.ceil(requested / step) * step),
		learningPhase: profile.learningPhase.value,
		editBoundsMonth: profile.editBoundsMonth.value,
		leastChangeFraction: figures.leastChangeFraction ?? LEAST_CHANGE_FRACTION,
		peoplesEdits: figures.peoplesEdits ?? 'respect',
		resumeAfterHours: figures.resumeAfterHours ?? RESUME_AFTER_HOURS,
	};
}
