import type { Interval } from '../statistics/interval';

/** A factor with its interval, for people: 1.34 (1.12-1.58). */
export const shownFactor = ({ mean, low, high }: Interval): string => `${short(mean)} (${short(low)}-${short(high)})`;

const short = (factor: number): string => String(Number(factor.toPrecision(3)));
