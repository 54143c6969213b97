import { formatPercent } from '../format/formatNumber';

/** A CPA or ROAS with its interval, its target, and what the same spend brings and would bring at the target; formatted. */
interface KpiFacts {
	readonly name: string;
	readonly campaign: string;
	/** Such as "the last 7 days". */
	readonly days: string;
	readonly ratio: string;
	readonly low: string;
	readonly high: string;
	readonly target: string;
	/** How far it is off the target, as a fraction. */
	readonly off: number;
	readonly brings: string;
	readonly wouldBring: string;
}

/** What is said of a campaign that misses its target. */
export const kpiNotes = {
	/** @param day null where it is yesterday */
	days: (days: number, day: string | null): string =>
		day === null ? `the last ${days} days` : `the ${days} days up to ${day}`,
	conversions: (count: string): string => `${count} ${count === '1' ? 'conversion' : 'conversions'}`,
	revenue: (amount: string): string => `${amount} of revenue`,
	missed: (name: string, campaign: string): string => `Campaign ${campaign} misses its target ${name}`,
	off: ({ name, campaign, days, ratio, low, high, target, off, brings, wouldBring }: KpiFacts): string =>
		`The ${name} of campaign ${campaign} over ${days} is ${ratio} (${low} to ${high}), ${formatPercent(Math.abs(off))} ${off > 0 ? 'above' : 'below'} its target of ${target}. The same spend would bring ${wouldBring} at the target, not ${brings}`,
	none: ({
		campaign,
		days,
		spend,
		wouldBring,
	}: Pick<KpiFacts, 'campaign' | 'days' | 'wouldBring'> & { spend: string }): string =>
		`Campaign ${campaign} has spent ${spend} over ${days} without a conversion; at its target CPA it would have had ${wouldBring}`,
	met: (name: string, campaign: string, days: string, ratio: string, target: string): string =>
		`Resolved. The ${name} of campaign ${campaign} over ${days} is ${ratio}, its target ${target}`,
	tooLittle: (name: string, campaign: string): string =>
		`Resolved. Campaign ${campaign} has spent too little to judge its ${name}`,
	noTarget: (name: string, campaign: string): string => `Resolved. Campaign ${campaign} has no target ${name} any more`,
};
