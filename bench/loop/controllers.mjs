import { RULES } from './rules.mjs';
import { OURS, thisPackage } from './thisPackage.mjs';

export { OURS } from './thisPackage.mjs';

/** Controllers of a month, by name. */
export const CONTROLLERS = { [OURS]: thisPackage, ...RULES };

/** Rules a and b. */
export const [UNTOUCHED, REMAINING] = Object.keys(RULES);
