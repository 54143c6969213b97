/** Runs a suite that needs the reference data beside the checkout; where it is absent the suite shows as skipped. */
export const describeWithShared: jest.Describe;
export function readShared(path: string): string;
export function readSharedJson<T>(path: string): T;
