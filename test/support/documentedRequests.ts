import type { PushTargetInput } from '../../src/platforms/pushTarget';
import type { PushOptions } from '../../src/push/preparePush';
import { push } from './plans';
import { payload } from './platformTests';

/** A documented request, or a part of one. */
export type Documented = Readonly<Record<string, unknown>>;

/** A documented request, by the name of its file. */
export const requestOf = (file: string): Documented => payload<Documented>(`push_${file}`);

/** The fields of a request that the documented one has. */
export const fieldsOf = (request: object, documented: Documented): object =>
	Object.fromEntries(Object.entries(request).filter(([field]) => field in documented));

/** The documented request without one of its fields. */
export const without = (field: string, documented: Documented): Documented =>
	Object.fromEntries(Object.entries(documented).filter(([name]) => name !== field));

/** Any amount up to twice what is in force is reached at once. */
export const ONE_STEP = { maxChangeFraction: 1 };

/** The only request of a push of a whole day's amount to one object that is at its half. */
export function onlyRequest(
	dayAmount: string,
	target: PushTargetInput,
	current: string,
	{ dryRun = false, guards = {} }: Partial<Pick<PushOptions, 'dryRun' | 'guards'>> = {},
) {
	const objects = target.objects.map((object) => ({ ...object, current }));
	const { push: prepared } = push({
		dayAmount,
		target: { ...target, objects },
		dryRun,
		guards: { ...ONE_STEP, ...guards },
	});
	expect(prepared.requests).toHaveLength(1);
	return prepared.requests[0]!;
}
