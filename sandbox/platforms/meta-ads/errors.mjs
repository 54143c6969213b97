// Errors in the shape of the Graph API.

let traces = 0;

/** One error of the Graph API. */
export class GraphError extends Error {
	/**
	 * @param {number} code
	 * @param {string} message
	 * @param {{ subcode?: number, status?: number, type?: string, title?: string, isTransient?: boolean }} [more]
	 */
	constructor(code, message, { subcode, status = 400, type = 'OAuthException', title, isTransient = false } = {}) {
		super(message);
		Object.assign(this, { code, subcode, status, type, title, isTransient });
	}

	response() {
		const { code, subcode, message, type, title, isTransient } = this;
		const error = {
			message,
			type,
			code,
			...(subcode !== undefined && { error_subcode: subcode }),
			is_transient: isTransient,
			...(title !== undefined && { error_user_title: title, error_user_msg: message }),
			fbtrace_id: `Asandbox${String(++traces).padStart(8, '0')}`,
		};
		return Response.json({ error }, { status: this.status });
	}
}

/** A parameter that is not what it should be. */
export const invalidParameter = (message, more) => new GraphError(100, `(#100) ${message}`, more);

/** A node or edge that is not there, or not for this token. */
export const unsupported = (method, id) =>
	new GraphError(
		100,
		`Unsupported ${method.toLowerCase()} request. Object with ID '${id}' does not exist, cannot be loaded due to missing permissions, or does not support this operation. Please read the Graph API documentation at https://developers.facebook.com/docs/graph-api`,
		{ subcode: 33, type: 'GraphMethodException' },
	);
