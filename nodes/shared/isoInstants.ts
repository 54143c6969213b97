import { isoInstant } from '../../src/index';

/** Fields with instants as an item has them: `sinceMs`, in milliseconds since 1970, is `since`, in ISO 8601. */
export type IsoInstants<Fields> = Fields extends readonly (infer One)[]
	? IsoInstants<One>[]
	: Fields extends object
		? {
				[Name in keyof Fields as Name extends `${infer Plain}Ms` ? Plain : Name]: Name extends `${string}Ms`
					? IsoInstant<Fields[Name]>
					: IsoInstants<Fields[Name]>;
			}
		: Fields;

type IsoInstant<Instant> = Instant extends number ? string : Instant;

/** Fields of an item with their instants in ISO 8601 and the offset of the budget's time zone, as Date & Time nodes and people read them. */
export function isoInstants<Fields>(fields: Fields, timeZone: string): IsoInstants<Fields> {
	const inside = (value: unknown): unknown => {
		if (Array.isArray(value)) return value.map(inside);
		if (typeof value !== 'object' || value === null) return value;
		return Object.fromEntries(Object.entries(value).map(([name, field]) => inIso(name, field)));
	};
	const inIso = (name: string, field: unknown): [string, unknown] =>
		name.endsWith('Ms')
			? [name.slice(0, -'Ms'.length), typeof field === 'number' ? isoInstant(field, timeZone) : field]
			: [name, inside(field)];
	return inside(fields) as IsoInstants<Fields>;
}
