import { METHOD as campaigns } from '../src/campaigns/method';

export * from '../src/index';

/** Constants of the method that a run may change, by room: what `npm run bench` varies and users cannot. */
export const METHOD = { campaigns };
