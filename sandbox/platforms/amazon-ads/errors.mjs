// Errors of Amazon Ads, Sponsored Products v3: of a whole request as { code, message }, of one campaign in the error list of a 207.
// Source of the shapes, the error types and their reasons: Amazon's OpenAPI definition of Sponsored Products
// (https://advertising.amazon.com/API/docs/en-us/sponsored-products/3-0/openapi/prod), read in published clients generated from it.
// Assumed: codes of whole requests but UNAUTHORIZED, all messages, and which error an unknown field or a missing header is.

/** An error of a whole request. */
export const requestError = (status, code, message, headers = {}) =>
	Response.json({ code, message }, { status, headers });

export const unauthorized = (message) => requestError(401, 'UNAUTHORIZED', message);

export const badRequest = (message) => requestError(400, 'BAD_REQUEST', message);

/** An error of one campaign, such as budgetError for BUDGET_TOO_LOW at the budget. */
export const campaignError = (errorType, reason, field, message, more = {}) => ({
	errorType,
	errorValue: {
		[errorType]: { reason, message, ...more, cause: { location: field } },
	},
});

/** A fault that was asked for, in Amazon's words. */
export function faultAnswer(fault) {
	switch (fault) {
		case 'rate-limited':
			return requestError(429, 'THROTTLED', 'Too Many Requests', { 'Retry-After': '5' });
		case 'unauthorized':
			return unauthorized(
				'Not authorized to manage this profile. Please check permissions and consent from the advertiser',
			);
		default:
			return requestError(503, 'SERVICE_UNAVAILABLE', 'Service unavailable');
	}
}
