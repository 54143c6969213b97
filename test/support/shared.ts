import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const sharedFolder = join(__dirname, '../../../shared');

/** Runs a suite that needs the reference data beside the checkout; where it is absent the suite shows as skipped. */
export const describeWithShared = existsSync(join(sharedFolder, 'README.md')) ? describe : describe.skip;

export const readShared = (path: string): string => readFileSync(join(sharedFolder, path), 'utf8');

export const readSharedJson = <T>(path: string): T => JSON.parse(readShared(path)) as T;
