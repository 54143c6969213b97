import { PushTarget, type PushTargetInput } from '../../src/platforms/pushTarget';
import { PUSH_PLATFORMS } from '../../src/platforms/registry';
import type { StatusEdit } from '../../src/push/pushPlatform';

/** The request that pauses or resumes an object of an account. */
export function statusRequest(
	account: Omit<PushTargetInput, 'objects'>,
	edit: Pick<StatusEdit, 'level' | 'id' | 'status'>,
) {
	const target = PushTarget.parse({ ...account, objects: [{ id: edit.id }] });
	const { profile, setStatus } = PUSH_PLATFORMS[target.platform];
	return setStatus!({ ...edit, target, apiVersion: profile.apiVersion.value ?? '', validateOnly: false });
}
