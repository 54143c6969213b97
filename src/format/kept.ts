const formats = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat>();

/** A format, made once: making one takes longer than using it a hundred times, and currencies and zones are few. */
export function kept<Format extends Intl.NumberFormat | Intl.DateTimeFormat>(key: string, make: () => Format): Format {
	const known = formats.get(key) as Format | undefined;
	if (known !== undefined) return known;
	const format = make();
	formats.set(key, format);
	return format;
}
