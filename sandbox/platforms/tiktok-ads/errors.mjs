// Errors of the TikTok API for Business: HTTP 200 with a code other than 0.
// Source of 40001, 40002, 40100 and 40105: the messages that connectors record (airbyte source-tiktok-marketing) and
// https://help.sleekflow.io/en_US/tiktok-business-messaging/troubleshooting-your-tiktok-business-messaging-channels.
// Assumed: 40104 for no token at all, 50000 and 51000 for failures of TikTok, and the words after the name of a field.
export const CODES = {
	permission: 40001,
	parameters: 40002,
	rate: 40100,
	noToken: 40104,
	token: 40105,
	internal: 50000,
	unavailable: 51000,
};

let answered = 0;

const envelope = (code, message, data) =>
	Response.json({ code, message, request_id: `sandbox${String(++answered).padStart(14, '0')}`, data });

export const ok = (data = {}) => envelope(0, 'OK', data);

export const refuse = (code, message) => envelope(code, message, {});

/** A parameter that is unknown, missing or of another kind. */
export const refuseParameter = ({ kind, path }) => refuse(CODES.parameters, `${path || 'body'}: ${PARAMETER[kind]}`);

const PARAMETER = {
	unknown: 'Unknown field.',
	missing: 'Missing data for required field.',
	invalid: 'Not a valid value.',
};

/** A fault that was asked for, in TikTok's words. */
export function faultAnswer(fault) {
	switch (fault) {
		case 'rate-limited':
			return refuse(CODES.rate, 'Too many requests. Please retry in some time.');
		case 'unauthorized':
			return refuse(CODES.token, 'Access token is incorrect or has been revoked.');
		default:
			return refuse(CODES.unavailable, 'Service unavailable, please try again later.');
	}
}
