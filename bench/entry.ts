import { METHOD as campaigns } from '../src/campaigns/method';
import { METHOD as demand } from '../src/demand/method';
import { METHOD as results } from '../src/results/method';

export * from '../src/index';

/** The day of a budget with its sample paths, for intervals of other levels than the published ones. */
export { contextAt } from '../src/api/checks';

/** Constants of the method that a run may change, by room: what `npm run bench` varies and users cannot. */
export const METHOD = { results, demand, campaigns };
