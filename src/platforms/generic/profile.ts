import { MAJOR_UNITS } from '../../levers/amountUnit';
import { CAUTIOUS, type PlatformProfile, unpublished } from '../../levers/platformProfile';

const READ = '2026-11';

/** Assumptions about an unknown interface. */
export const genericProfile: PlatformProfile = {
	...CAUTIOUS,
	label: 'Generic',
	levels: ['campaign', 'adGroup', 'budget'],
	amountUnit: MAJOR_UNITS,
	apiVersion: unpublished(READ),
	overdelivery: unpublished(READ),
};
