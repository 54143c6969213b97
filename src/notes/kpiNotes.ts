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

/** What several campaigns bring together, with its interval, and would bring at their targets; formatted. */
interface TogetherFacts {
	readonly name: string;
	/** Number of campaigns with such a target. */
	readonly campaigns: number;
	readonly days: string;
	readonly brings: string;
	readonly low: string;
	readonly high: string;
	readonly wouldBring: string;
}

/** Most campaigns that are named. */
const MAX_NAMED = 5;

/** What is said of campaigns that miss their targets. */
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
	missedTogether: (name: string, missing: number, campaigns: number): string =>
		missing < 2
			? `Campaigns miss their target ${name} together`
			: `${missing} of ${campaigns} campaigns miss their target ${name}`,
	/** @param named campaigns that probably miss their targets, the most costly first */
	offTogether: ({ named, ...facts }: TogetherFacts & { named: readonly string[] }): string => {
		const more = named.length - MAX_NAMED;
		const names = [...named.slice(0, MAX_NAMED), ...(more > 0 ? [`${more} more`] : [])];
		const off = names.length === 0 ? '' : `. Off target, the most costly first: ${listOf(names)}`;
		return `${broughtTogether(facts)}${off}`;
	},
	metTogether: (facts: TogetherFacts): string => `Resolved. ${broughtTogether(facts)}`,
	tooLittleTogether: (name: string): string => `Resolved. The campaigns have spent too little to judge their ${name}`,
	noTargets: (name: string): string => `Resolved. Fewer than two campaigns have a target ${name}`,
	met: (name: string, campaign: string, days: string, ratio: string, target: string): string =>
		`Resolved. The ${name} of campaign ${campaign} over ${days} is ${ratio}, its target ${target}`,
	tooLittle: (name: string, campaign: string): string =>
		`Resolved. Campaign ${campaign} has spent too little to judge its ${name}`,
	noTarget: (name: string, campaign: string): string => `Resolved. Campaign ${campaign} has no target ${name} any more`,
};

const listOf = (names: readonly string[]): string => new Intl.ListFormat('en-GB').format(names);

const broughtTogether = ({ name, campaigns, days, brings, low, high, wouldBring }: TogetherFacts): string =>
	`Over ${days} the ${campaigns} campaigns with a target ${name} bring ${brings} (${low} to ${high}), where the same spend would bring ${wouldBring} at their targets`;
