// Parameters of a request, from its address and its body, and their strict reading.
import * as z from 'zod/v4';

import { invalidParameter } from './errors.mjs';

/**
 * The parameters of a request: of the address, and of a form or JSON as its body.
 *
 * @returns {Promise<Record<string, unknown>>}
 */
export async function readParameters(request) {
	const parameters = Object.fromEntries(new URL(request.url).searchParams);
	if (request.method === 'GET') return parameters;
	const text = await request.clone().text();
	if (text === '') return parameters;
	const type = (request.headers.get('content-type') ?? '').split(';')[0].trim().toLowerCase();
	if (type === 'application/json') return { ...parameters, ...readJsonBody(text) };
	if (type === 'application/x-www-form-urlencoded')
		return { ...parameters, ...Object.fromEntries(new URLSearchParams(text)) };
	if (type === 'multipart/form-data') return { ...parameters, ...Object.fromEntries(await request.clone().formData()) };
	// Stricter than Graph, which reads no parameters from other bodies and answers success.
	throw invalidParameter(`Content-Type ${type === '' ? 'is missing' : `'${type}' is not supported`}`);
}

function readJsonBody(text) {
	try {
		const body = JSON.parse(text);
		if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body;
	} catch {
		// Said below, as for JSON that is no object.
	}
	throw invalidParameter('The body is not a JSON object');
}

/** Parameters of every request. */
const COMMON = { access_token: z.string().optional(), appsecret_proof: z.string().optional() };

/**
 * Reads parameters by a schema of their names. Stricter than Graph, which ignores parameters that it does not know: here a typo is seen.
 *
 * @template {z.ZodRawShape} Shape
 * @param {Shape} shape
 * @throws GraphError 100 that names the parameter
 */
export function readBy(shape, parameters) {
	const { success, data, error } = z.strictObject({ ...COMMON, ...shape }).safeParse(parameters);
	if (success) return data;
	const [issue] = error.issues;
	if (issue.code === 'unrecognized_keys')
		throw invalidParameter(`Param ${issue.keys[0]} is not supported by this request`);
	throw invalidParameter(
		`Param ${issue.path[0]} ${parameters[issue.path[0]] === undefined ? 'is required' : issue.message}`,
	);
}

/** A whole number, as a number or as digits. */
export const integer = (least = 1) =>
	z
		.union([z.string().regex(/^\d{1,15}$/), z.number().int().max(Number.MAX_SAFE_INTEGER)], {
			error: 'must be an integer',
		})
		.transform(Number)
		.refine((value) => value >= least, { error: `must be greater than or equal to ${least}` });

export const oneOf = (values) => z.enum(values, { error: `must be one of the following values: ${values.join(', ')}` });

/** A value given as JSON text, or as the value itself in a JSON body. */
export const json = (schema, what) =>
	z
		.unknown()
		.transform((value, context) => {
			if (typeof value !== 'string') return value;
			try {
				return JSON.parse(value);
			} catch {
				context.addIssue({ code: 'custom', message: `must be ${what}` });
				return z.NEVER;
			}
		})
		.pipe(schema);

/** A list of names, separated by commas or as a JSON list. */
export const names = z
	.string({ error: 'must be a list of names' })
	.transform((text) =>
		(text.startsWith('[') ? text.slice(1, -1).replaceAll('"', '') : text).split(',').map((name) => name.trim()),
	)
	.pipe(z.array(z.string().regex(/^[a-z_0-9]+$/, { error: 'must be a list of names' })));
