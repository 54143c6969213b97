import type { INodeProperties } from 'n8n-workflow';

import { PUSH_PLATFORMS, type PushPlatform } from '../../src/index';

/** Ids and platforms, by their names in alphabetical order. */
const platforms = Object.entries<PushPlatform>(PUSH_PLATFORMS).sort(([, a], [, b]) =>
	a.profile.label.localeCompare(b.profile.label),
);

type Has = (platform: PushPlatform) => boolean;

const those = (has: Has) => platforms.filter(([, platform]) => has(platform));

export const platformProperty: INodeProperties = {
	displayName: 'Platform',
	name: 'platform',
	type: 'options',
	default: 'google_ads',
	options: platforms.map(([value, { profile, description }]) => ({ name: profile.label, value, description })),
	description: 'Where the plan is pushed. Quotas, minima and other figures come from the profile of the platform.',
};

/** Shows a property on platforms of a kind. */
export const forPlatforms = (has: Has) => ({ show: { platform: those(has).map(([id]) => id) } });

/** Shows a field of a collection on platforms of a kind. */
export const onPlatforms = (has: Has) => ({ show: { '/platform': those(has).map(([id]) => id) } });

/** The names of platforms of a kind, as a sentence lists them. */
export const namesOf = (has: Has): string =>
	new Intl.ListFormat('en').format(those(has).map(([, { profile }]) => profile.label));

/** The units of amounts on each platform, as a sentence lists them. */
export const amountUnits: string = [...new Set(platforms.map(([, { profile }]) => profile.amountUnit))]
	.map((unit) => `${unit.example} on ${namesOf(({ profile }) => profile.amountUnit === unit)}`)
	.join('; ');
