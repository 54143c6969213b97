// Errors in Google's shape: a google.rpc.Status whose details hold a GoogleAdsFailure, or a BadRequest where JSON is not the message it should be.
import { camelCase, enumValues, messageType } from './messages.mjs';

const ERROR_CODE = messageType('errors.ErrorCode');

const FAILURE = 'type.googleapis.com/google.ads.googleads.v26.errors.GoogleAdsFailure';

/** One error of the API. */
export class AdsError extends Error {
	/**
	 * @param {string} kind   field of ErrorCode, such as request_error
	 * @param {string} code   value of its enum
	 * @param {string} message
	 * @param {(string | [string, number])[]} location  field names, with an index where they repeat
	 * @param {string | number | bigint} [trigger] the value that is refused
	 */
	constructor(kind, code, message, location = [], trigger) {
		super(message);
		if (!enumValues(ERROR_CODE.fields[kind])?.includes(code)) throw new RangeError(`Google has no ${kind} ${code}`);
		Object.assign(this, { kind, code, location, trigger });
	}

	/** The same error of an operation of a list. */
	within(index) {
		return new AdsError(this.kind, this.code, this.message, [['operations', index], ...this.location], this.trigger);
	}

	toJSON() {
		const { kind, code, message, location, trigger } = this;
		const fieldPathElements = location.map((part) =>
			Array.isArray(part) ? { fieldName: part[0], index: part[1] } : { fieldName: part },
		);
		return {
			errorCode: { [camelCase(kind)]: code },
			message,
			...(trigger !== undefined && {
				trigger: typeof trigger === 'string' ? { stringValue: trigger } : { int64Value: String(trigger) },
			}),
			...(location.length > 0 && { location: { fieldPathElements } }),
		};
	}
}

/** Several errors of one request. */
export class AdsFailure extends Error {
	/** @param {AdsError[]} errors */
	constructor(errors) {
		super(errors[0].message);
		this.errors = errors;
	}
}

/** Canonical statuses by kind of error; the rest are INVALID_ARGUMENT. */
const STATUSES = {
	authentication_error: [
		401,
		'UNAUTHENTICATED',
		'Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential.',
	],
	authorization_error: [403, 'PERMISSION_DENIED', 'The caller does not have permission'],
	quota_error: [429, 'RESOURCE_EXHAUSTED', 'Resource has been exhausted (e.g. check quota).'],
	internal_error: [500, 'INTERNAL', 'Internal error encountered.'],
};

const INVALID_ARGUMENT = [400, 'INVALID_ARGUMENT', 'Request contains an invalid argument.'];

/** The answer to a request that fails as a whole. */
export function failureResponse(errors, requestId) {
	const [code, status, message] = STATUSES[errors[0].kind] ?? INVALID_ARGUMENT;
	return statusResponse(code, status, message, [{ '@type': FAILURE, errors, requestId }]);
}

/** The failures of single operations inside an answer with status 200. */
export function partialFailureError(errors, requestId) {
	const first = errors[0].message;
	const message = errors.length === 1 ? first : `Multiple errors in ‘details’. First error: ${first}`;
	return { code: 3, message, details: [{ '@type': FAILURE, errors, requestId }] };
}

/** The answer to JSON that is not the message it should be. @param {import('./messages.mjs').JsonFault} fault */
export const badRequest = ({ message, field }) =>
	statusResponse(400, 'INVALID_ARGUMENT', message, [
		{ '@type': 'type.googleapis.com/google.rpc.BadRequest', fieldViolations: [{ field, description: message }] },
	]);

export const statusResponse = (code, status, message, details) =>
	Response.json({ error: { code, message, status, ...(details && { details }) } }, { status: code });

/** The page that Google's front end answers for addresses that lead nowhere, such as an unknown version. */
export const notFoundPage = (pathname) =>
	new Response(
		`<!DOCTYPE html><html lang=en><title>Error 404 (Not Found)!!1</title><p><b>404.</b> That’s an error.<p>The requested URL <code>${pathname.replace(/[^\w/.:~-]/g, '')}</code> was not found on this server.`,
		{ status: 404, headers: { 'Content-Type': 'text/html; charset=UTF-8' } },
	);
