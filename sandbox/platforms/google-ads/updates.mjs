// What every update operation has to obey: a mask that names fields of the message which may be changed, and a value for each.
import { AdsError } from './errors.mjs';
import { behaviourOf, fieldAt, isMessageField, valueAt } from './messages.mjs';

/**
 * The fields that an operation changes.
 *
 * @param type    of the resource
 * @param playing the fields that the sandbox can change
 * @returns paths and values, by defined names
 * @throws AdsError with Google's code
 */
export function updatedFields({ update, update_mask: mask = '' }, type, playing) {
	const at = ['update_mask'];
	const fault = (code, message, trigger) => new AdsError('field_mask_error', code, message, at, trigger);
	const paths = mask.split(',').filter((path) => path !== '');
	if (paths.length === 0) throw fault('FIELD_MASK_MISSING', 'The field mask must be provided for update operations.');
	return paths.map((name) => {
		const found = fieldAt(type, name);
		if (found === undefined)
			throw fault('FIELD_NOT_FOUND', `The field mask contained an invalid field: '${name}'.`, name);
		if (isMessageField(found.field)) {
			throw fault(
				'FIELD_HAS_SUBFIELDS',
				`The field mask updated a field with subfields: '${name}'. Fields with subfields cannot be updated.`,
				name,
			);
		}
		const location = ['update', ...found.path.split('.')];
		if (['IMMUTABLE', 'OUTPUT_ONLY'].includes(behaviourOf(found.field))) {
			throw new AdsError('field_error', 'IMMUTABLE_FIELD', 'The field cannot be modified.', location);
		}
		if (!playing.includes(found.path)) {
			throw new AdsError(
				'mutate_error',
				'MUTATE_NOT_ALLOWED',
				`The sandbox does not change '${found.path}'.`,
				location,
			);
		}
		const value = valueAt(update, found.path);
		// Assumed: the code for clearing a field that must have a value.
		if (value === undefined)
			throw new AdsError('field_error', 'FIELD_CANNOT_BE_CLEARED', 'The field cannot be cleared.', location);
		return { path: found.path, value, location };
	});
}

/** @throws AdsError if an operation that is no update has a mask */
export function assertNoMask({ update_mask: mask = '' }) {
	if (mask === '') return;
	throw new AdsError(
		'field_mask_error',
		'FIELD_MASK_NOT_ALLOWED',
		'The field mask must be empty for create and remove operations.',
		['update_mask'],
	);
}
