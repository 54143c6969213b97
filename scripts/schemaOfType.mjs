import ts from 'typescript';

const { Any, BooleanLike, Intersection, Never, NonPrimitive, Null, NumberLike, StringLike, Undefined, Unknown } =
	ts.TypeFlags;

/** Objects, with known fields or without. */
const RECORD = ts.TypeFlags.Object | Intersection | NonPrimitive;

/** Fields of an object within so many objects and lists are left out: they are seldom mapped, and most of the size. */
const MOST_LEVELS = 4;

/**
 * Types of TypeScript as one JSON Schema, in the form that n8n's editor shows.
 *
 * The editor shows the fields of an object or list only where `type` is that name alone, and follows no references. So what may be null has its plain
 * type if it has fields, and objects that stand in for each other become one with the fields of all.
 *
 * @throws Error for a type that is not known
 */
export function schemaOfTypes(checker, types, level = 0) {
	const members = types.flatMap(membersOf).sort((a, b) => placeOf(a) - placeOf(b));
	const lists = members.filter((member) => checker.isArrayType(member) || checker.isTupleType(member));
	const records = members.filter(({ flags }) => flags & RECORD).filter((one) => !lists.includes(one));
	if (records.length > 0) return recordSchema(checker, records, level);
	if (lists.length > 0) {
		const items = lists.flatMap((list) => checker.getTypeArguments(list));
		return { type: 'array', items: schemaOfTypes(checker, items, level + 1) };
	}
	return plainSchema(members);
}

/** The members of a union, without those that JSON leaves out. */
const membersOf = (type) =>
	type.isUnion() ? type.types.flatMap(membersOf) : type.flags & (Undefined | Never) ? [] : [type];

/** Where a type is declared: the compiler has an order of its own for unions, which changes with code elsewhere. */
const placeOf = ({ symbol }) => symbol?.declarations?.[0]?.pos ?? 0;

function recordSchema(checker, types, level) {
	const fields = new Map();
	for (const property of types.flatMap((type) => checker.getPropertiesOfType(type))) {
		fields.set(property.name, [...(fields.get(property.name) ?? []), checker.getTypeOfSymbol(property)]);
	}
	if (fields.size === 0 || level === MOST_LEVELS) return { type: 'object' };
	const properties = [...fields].map(([name, alternatives]) => {
		try {
			return [name, schemaOfTypes(checker, alternatives, level + 1)];
		} catch (error) {
			throw new Error(`${name}: ${error.message}`);
		}
	});
	return { type: 'object', properties: Object.fromEntries(properties) };
}

function plainSchema(members) {
	const names = inOrder(members.map(plainName), 'null');
	const type = names.length === 1 ? names[0] : names;
	const isEnum = members.every((member) => member.isStringLiteral() || member.flags & Null);
	const values = () => members.map((member) => (member.isStringLiteral() ? member.value : null));
	return isEnum && type !== 'null' ? { type, enum: inOrder(values(), null) } : { type };
}

/** Each once, and one of them last: n8n shows the first. */
const inOrder = (values, last) => {
	const others = new Set(values.filter((value) => value !== last));
	return [...[...others].sort(), ...(values.includes(last) ? [last] : [])];
};

function plainName({ flags }) {
	if (flags & StringLike) return 'string';
	if (flags & NumberLike) return 'number';
	if (flags & BooleanLike) return 'boolean';
	if (flags & Null) return 'null';
	throw new Error(flags & (Any | Unknown) ? 'its type is not known' : 'it has no place in JSON');
}
