// Google's message definitions, and the strict reading of JSON by them. protobufjs accepts unknown names, typos and fractions; Google does not.
import { readFileSync } from 'node:fs';

import protobuf from 'protobufjs';

const { source, ...definitions } = JSON.parse(readFileSync(new URL('definitions.json', import.meta.url), 'utf8'));

const root = protobuf.Root.fromJSON(definitions);
root.resolveAll();

/** The message type of a name such as services.GoogleAdsRow. */
export const messageType = (name) => root.lookupType(`${source.definitions}.${name}`);

/** The full name of a type as Google's answers write it, without the leading dot. */
const fullName = (type) => type.fullName.slice(1);

export const camelCase = (name) => name.replace(/_([a-z0-9])/g, (_, letter) => letter.toUpperCase());

/** JSON that is not the message it should be, as Google's transcoder words it. */
export class JsonFault extends Error {
	/** @param {string} field @param {string} description */
	constructor(field, description) {
		super(description);
		this.field = field;
	}
}

const INTEGERS = {
	int32: [-(2n ** 31n), 2n ** 31n - 1n],
	uint32: [0n, 2n ** 32n - 1n],
	int64: [-(2n ** 63n), 2n ** 63n - 1n],
	uint64: [0n, 2n ** 64n - 1n],
};

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);

const fieldsByName = new WeakMap();

/** Fields of a message by both of their JSON names. */
function namesOf(type) {
	if (!fieldsByName.has(type)) {
		const names = type.fieldsArray.flatMap((field) => [field.name, camelCase(field.name)].map((name) => [name, field]));
		fieldsByName.set(type, new Map(names));
	}
	return fieldsByName.get(type);
}

/**
 * Reads JSON as a message: names in camelCase or as in the definition, 64-bit integers as numbers or digits, enums by name. null is not set.
 *
 * @returns the message by its defined names; 64-bit integers are bigints
 * @throws JsonFault on anything that the message does not have
 */
export function readMessage(type, json, path = '') {
	if (!isObject(json)) throw invalid(path, fullName(type), json);
	const message = {};
	for (const [name, value] of Object.entries(json)) {
		const field = namesOf(type).get(name);
		const at = path === '' ? name : `${path}.${name}`;
		if (field === undefined) {
			throw new JsonFault(
				path,
				`Invalid JSON payload received. Unknown name "${name}"${path && ` at '${path}'`}: Cannot find field.`,
			);
		}
		if (value === null) continue;
		if (Object.hasOwn(message, field.name))
			throw new JsonFault(path, `Invalid value at '${at}': field is already set.`);
		const set = field.partOf?.oneof.find((other) => Object.hasOwn(message, other));
		if (set !== undefined) {
			throw new JsonFault(
				path,
				`Invalid value at '${path}' (oneof), oneof field '${field.partOf.name}' is already set. Cannot set '${name}'`,
			);
		}
		message[field.name] = field.repeated ? readList(field, value, at) : readValue(field, value, at);
	}
	return message;
}

function readList(field, value, path) {
	if (!Array.isArray(value))
		throw new JsonFault(
			path,
			`Invalid JSON payload received. Unknown name "${field.name}": Proto field is not repeating, cannot start list.`,
		);
	return value.map((item, index) => readValue(field, item, `${path}[${index}]`));
}

function readValue({ type, resolvedType }, value, path) {
	if (resolvedType instanceof protobuf.Enum) {
		if (typeof value === 'string' && Object.hasOwn(resolvedType.values, value)) return value;
		if (Number.isInteger(value) && resolvedType.valuesById[value] !== undefined) return resolvedType.valuesById[value];
		throw invalid(path, `type.googleapis.com/${fullName(resolvedType)}`, value);
	}
	if (resolvedType?.fullName === '.google.protobuf.FieldMask') {
		if (typeof value === 'string') return value;
		throw invalid(path, 'type.googleapis.com/google.protobuf.FieldMask', value);
	}
	if (resolvedType !== null) return readMessage(resolvedType, value, path);
	if (type in INTEGERS) return readInteger(type, value, path);
	if (type === 'double' || type === 'float') {
		if (typeof value === 'number' || (typeof value === 'string' && /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(value)))
			return Number(value);
	} else if (type === 'bool' ? typeof value === 'boolean' : typeof value === 'string') return value;
	throw invalid(path, `TYPE_${type.toUpperCase()}`, value);
}

function readInteger(type, value, path) {
	const digits = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value;
	if (typeof digits !== 'string' || !/^-?\d{1,20}$/.test(digits))
		throw invalid(path, `TYPE_${type.toUpperCase()}`, value);
	const [least, most] = INTEGERS[type];
	const integer = BigInt(digits);
	if (integer < least || integer > most) throw invalid(path, `TYPE_${type.toUpperCase()}`, value);
	return type.endsWith('32') ? Number(integer) : integer;
}

const invalid = (path, type, value) =>
	new JsonFault(path, `Invalid value at '${path}' (${type}), ${JSON.stringify(value)}`);

/**
 * The field at a path such as campaign.target_cpa.target_cpa_micros, in either spelling; undefined if there is none.
 *
 * @returns {{ field: protobuf.Field, path: string } | undefined} with the path by its defined names
 */
export function fieldAt(type, path) {
	const names = [];
	let field;
	for (const part of path.split('.')) {
		if (field !== undefined && !(field.resolvedType instanceof protobuf.Type)) return undefined;
		field = namesOf(field?.resolvedType ?? type).get(part);
		if (field === undefined) return undefined;
		names.push(field.name);
	}
	return { field, path: names.join('.') };
}

/** How a field may be used, such as IMMUTABLE or OUTPUT_ONLY; undefined for any use. */
export const behaviourOf = ({ options }) => options?.['(google.api.field_behavior)'];

export const isMessageField = ({ resolvedType }) => resolvedType instanceof protobuf.Type;

/** The values of an enum field; undefined for other fields. */
export const enumValues = ({ resolvedType }) =>
	resolvedType instanceof protobuf.Enum ? Object.keys(resolvedType.values) : undefined;

/** Whether the field is a number in JSON, or digits for 64 bits. */
export const isNumeric = ({ type }) => type in INTEGERS || type === 'double' || type === 'float';

/** A value as Google's JSON writes it: 64-bit integers are digits. */
export const jsonValue = ({ type }, value) => (type === 'int64' || type === 'uint64' ? String(value) : value);

/** The value at a path of a message, by defined names. */
export const valueAt = (message, path) => path.split('.').reduce((value, name) => value?.[name], message);
