type Fields = Readonly<Record<string, unknown>>;

export function strayFields(
	type: string,
	run: {
		readonly parameters: Fields;
		readonly input: readonly Fields[];
		readonly output: readonly Fields[];
	},
): string[];

export function fieldsOf(type: string, parameters: Fields): string[];
