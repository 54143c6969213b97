import { type PushTargetInput, UserError } from '../../src/index';
import type { PushSettings } from './PreparePush.settings';

/**
 * The target that the parameters describe.
 *
 * @throws UserError if lists that belong together have different lengths
 */
export function targetOf(settings: PushSettings): PushTargetInput {
	const { platform, objectIds, currentValues, region, additionalFields } = settings;
	const { lever, level, shares, campaignIds, bidding, learning, adSchedule } = additionalFields;
	const { accountCurrency, dayAmount, nextDayAmount } = additionalFields;
	assertAsMany(objectIds, shares, 'Shares');
	assertAsMany(objectIds, currentValues, 'Current Values');
	return {
		platform,
		lever,
		bidding,
		learning,
		campaignIds,
		region,
		...(level !== 'usual' && { level }),
		...(settings.accountId !== '' && { accountId: settings.accountId }),
		...(accountCurrency !== '' && { accountCurrency }),
		...(settings.managerAccountId !== '' && { managerAccountId: settings.managerAccountId }),
		...(dayAmount !== '' && { dayAmount }),
		...(nextDayAmount !== '' && { nextDayAmount }),
		...(settings.options.baseUrl !== '' && { baseUrl: settings.options.baseUrl }),
		...(settings.url !== '' && { url: settings.url }),
		...(adSchedule !== undefined && { adSchedule: adSchedule as PushTargetInput['adSchedule'] }),
		objects: objectIds.map((id, position) => ({
			id,
			...given('share', shares[position], (share) => Number(share)),
			...given('current', currentValues[position], (current) => current),
		})),
	};
}

/** A field that is there only if its cell is not blank. */
const given = <Name extends string, Cell, Value>(name: Name, cell: Cell | undefined, read: (cell: Cell) => Value) =>
	(cell === undefined || cell === '' ? {} : { [name]: read(cell) }) as { [field in Name]?: Value };

function assertAsMany(ids: readonly string[], values: readonly unknown[], name: string): void {
	if (values.length === 0 || values.length === ids.length) return;
	throw new UserError(
		`'IDs' has ${ids.length} entries and '${name}' has ${values.length}`,
		`Give '${name}' one entry for each ID, in the same order, without thousands separators.`,
	);
}
