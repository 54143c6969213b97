// Errors of the LinkedIn Marketing API. Source: https://learn.microsoft.com/en-us/linkedin/marketing/error-responses (codes, messages and
// their envelope, which campaigns have) and https://learn.microsoft.com/en-us/linkedin/shared/api-guide/concepts/error-handling (401, 404,
// 429, 5xx). Assumed: VERSION_MISSING and its words, service error codes but that of 401, and what a missing protocol version is.

/** An error without details. */
export const error = (status, code, message, serviceErrorCode = status) =>
	Response.json({ message, serviceErrorCode, status, code }, { status });

/** An error of one field of the input. */
export function inputError(code, fieldPath, message, serviceErrorCode = 10007) {
	const errorDetails = { inputErrors: [{ description: message, input: { inputPath: { fieldPath } }, code }] };
	const errorDetailType = 'com.linkedin.common.error.BadRequest';
	return Response.json(
		{ message, serviceErrorCode, status: 400, code, errorDetailType, errorDetails },
		{ status: 400 },
	);
}

/** A parameter of a query that is unknown, missing or of another form. */
export const parameterError = ({ kind, field }) =>
	inputError(PARAMETER[kind], field, 'Invalid param. Please see errorDetails for more information.');

const PARAMETER = { unknown: 'QUERY_PARAM_NOT_ALLOWED', missing: 'MISSING_FIELD', invalid: 'PARAM_INVALID' };

/** A fault that was asked for, in LinkedIn's words. */
export function faultAnswer(fault) {
	switch (fault) {
		case 'rate-limited':
			return error(
				429,
				'TOO_MANY_REQUESTS',
				'Resource level throttle limit for calls to this resource is reached.',
				101,
			);
		case 'unauthorized':
			return error(401, 'EXPIRED_ACCESS_TOKEN', 'The token used in the request has expired', 65601);
		default:
			return error(503, 'UNDER_MAINTENANCE', 'Under Maintenance');
	}
}
