import * as z from 'zod/v4';

import { UserError } from '../errors';
import { Amount } from '../money/amount';
import { toMinorUnits } from '../money/minorUnits';
import { smallestStep } from './platformAmount';
import type { Level } from './level';
import type { PlatformProfile } from './platformProfile';

/** More edits a day than this no lever needs, and every one is kept in the state. */
const MOST_EDITS_PER_DAY = 24;

/** What a user sets instead of the figures of the profile. A figure that is not given is the profile's. */
export const GuardFigures = z.strictObject({
	overdelivery: z.number().min(1, 'must be at least 1').max(10).optional(),
	/** The most a day may cost, as a factor of its amount; the platform's overdelivery by default. */
	dayFactor: z.number().gt(0, 'must be above 0').max(10).optional(),
	ratchet: z.boolean().optional(),
	editsPerHour: z.number().int().min(1).max(60).optional(),
	editsPerDay: z.number().int().min(1).max(MOST_EDITS_PER_DAY).optional(),
	coolDownMinutes: z.number().min(0, 'must be at least 0').max(10_080).optional(),
	maxChangeFraction: z.number().gt(0, 'must be above 0').max(10).optional(),
	minimumAmount: Amount.optional(),
	increment: Amount.optional(),
	/** Whether to push over a value that somebody else has set. */
	overwriteEdits: z.boolean().optional(),
	apiVersion: z
		.string()
		.regex(/^v?\d+(\.\d+)?$/, 'must be a version such as v26')
		.optional(),
});
export type GuardFigures = Readonly<z.output<typeof GuardFigures>>;

/** The figures that hold for one push, amounts in minor units. */
export interface PushLimits {
	/** Of the account, as of all amounts that the guards compare. */
	readonly currency: string;
	readonly overdelivery: number | null;
	readonly dayFactor: number | null;
	readonly ratchet: boolean;
	readonly editsPerHour: number | null;
	readonly editsPerDay: number;
	readonly coolDownMinutes: number;
	readonly maxChangeFraction: number;
	/** null where it is not known. */
	readonly minimum: number | null;
	/** Amounts are whole multiples of it. */
	readonly increment: number;
	readonly learningPhase: boolean;
	readonly overwriteEdits: boolean;
}

/**
 * The profile's figures with the user's in their place.
 *
 * @throws UserError if a day is to be kept within a factor on a platform of which it is not known how far it goes
 */
export function pushLimits(
	profile: PlatformProfile,
	figures: GuardFigures,
	currency: string,
	level: Level,
): PushLimits {
	const known = figures.minimumAmount ?? profile.minimum.value[level]?.[currency];
	const step = smallestStep(profile.amountUnit, currency);
	const asked = figures.increment === undefined ? step : toMinorUnits(figures.increment, currency, 'up');
	const overdelivery = figures.overdelivery ?? profile.overdelivery.value;
	if (overdelivery === null && figures.dayFactor !== undefined) {
		throw new UserError(
			`'Day Factor' cannot be kept: how far ${profile.label} goes beyond a daily budget is not known`,
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
		minimum: known === undefined ? null : toMinorUnits(known, currency, 'up'),
		increment: Math.max(step, Math.ceil(asked / step) * step),
		learningPhase: profile.learningPhase.value,
		overwriteEdits: figures.overwriteEdits ?? false,
	};
}
