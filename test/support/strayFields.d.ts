type Items = readonly Readonly<Record<string, unknown>>[];

export function strayFields(
	type: string,
	run: {
		readonly parameters: { readonly operation?: unknown; readonly options?: unknown };
		readonly input: Items;
		readonly output: Items;
	},
): string[];

export function fieldsOf(type: string, operation?: string): string[];
