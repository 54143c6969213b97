import * as z from 'zod/v4';

const Fraction = z.number().min(0, 'must be at least 0').max(1, 'must be at most 1');

/** What a user sets of alerts. */
export const AlertSettings = z.strictObject({
	/** How far a week, month, quarter, year or flight may be projected off its target when it begins, as a fraction; it tightens evenly to the end. */
	bandAtStart: Fraction.default(0.15),
	bandAtEnd: Fraction.default(0.03),
	/** How far a day may end below the amount of its morning, and below what such a day usually spends, as a fraction. */
	dayShortfall: Fraction.default(0.3),
	/** How far spend may be above its usual amount, as a fraction of it. */
	usualSpendBand: z.number().min(0, 'must be at least 0').max(10, 'must be at most 10').default(1),
	/** How far a campaign's CPA may be above its target, or its ROAS below, as a fraction. */
	kpiBand: Fraction.default(0.2),
	/** Days before a prepaid balance runs out from which on somebody is told. */
	balanceDays: z.number().min(0, 'must be at least 0').max(90, 'must be at most 90').default(7),
	/** Hours after which an alert that still fires is told again; 0 for never. */
	repeatAfterHours: z.number().min(0, 'must be at least 0').max(720, 'must be at most 720').default(0),
	/** Whether an alert is told in every check until it is marked as told. */
	tellUntilMarked: z.boolean('must be true or false').default(false),
});
export type AlertSettings = Readonly<z.output<typeof AlertSettings>>;
export type AlertSettingsInput = z.input<typeof AlertSettings>;

export const DEFAULT_ALERTS: AlertSettings = AlertSettings.parse({});
