// What all :mutate methods share: operations are carried out all or none, or with partialFailure each by itself; validateOnly carries out none.
import { AdsError, AdsFailure, partialFailureError } from './errors.mjs';

/** Source: https://developers.google.com/google-ads/api/docs/best-practices/quotas, operations per mutate request. */
const MOST_OPERATIONS = 10_000;

/**
 * Carries out a request.
 *
 * @param request  a message that was read by its definition
 * @param readOperation checks one operation and says what it changes
 * @param faults   of the sandbox
 * @returns the answer, and whether anything changed
 * @throws AdsFailure if the request fails as a whole
 */
export function mutate(request, readOperation, faults, requestId) {
	const operations = request.operations ?? [];
	if (operations.length === 0) {
		throw new AdsFailure([
			new AdsError('field_error', 'REQUIRED', 'The required field was not present.', ['operations']),
		]);
	}
	if (operations.length > MOST_OPERATIONS) {
		throw new AdsFailure([
			new AdsError('request_error', 'TOO_MANY_MUTATE_OPERATIONS', 'Too many mutate operations were requested.', [
				'operations',
			]),
		]);
	}
	const seen = new Set();
	const errors = [];
	const checked = operations.map((operation, index) => {
		try {
			return check(operation, readOperation, seen, faults);
		} catch (error) {
			if (!(error instanceof AdsError)) throw error;
			errors.push(error.within(index));
			return null;
		}
	});
	if (errors.length > 0 && !request.partial_failure) throw new AdsFailure(errors);
	const failed = errors.length > 0 ? { partialFailureError: partialFailureError(errors, requestId) } : {};
	if (request.validate_only) return { answer: failed, changed: false };
	for (const change of checked) change?.apply();
	const results = checked.map((change) => (change === null ? {} : { resourceName: change.resourceName }));
	return { answer: { results, ...failed }, changed: checked.some((change) => change !== null) };
}

function check(operation, readOperation, seen, faults) {
	if (operation.create === undefined && operation.update === undefined && operation.remove === undefined) {
		throw new AdsError('request_error', 'OPERATION_REQUIRED', 'The operation field is required.');
	}
	const change = readOperation(operation);
	if (seen.has(change.resourceName)) {
		throw new AdsError(
			'mutate_error',
			'ID_EXISTS_IN_MULTIPLE_MUTATES',
			'The same resource is changed by several operations of one request.',
		);
	}
	seen.add(change.resourceName);
	if (faults.refusedOperation({ object: change.object }) !== null) {
		throw new AdsError('internal_error', 'INTERNAL_ERROR', 'An internal error has occurred.');
	}
	change.accept?.();
	return change;
}
