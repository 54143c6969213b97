import type { StatusEdit } from './pushPlatform';

/** Reads a status by a platform's two words for delivering and paused; any other is none that this package sets. */
export const statusBy =
	(enabled: string, paused: string) =>
	(status: unknown): StatusEdit['status'] | undefined =>
		status === enabled ? 'enabled' : status === paused ? 'paused' : undefined;
