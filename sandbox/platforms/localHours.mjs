/**
 * The local date and hour of instants in a zone; a repeated hour has one name, as in the platforms' reports.
 *
 * @param {string} timeZone
 * @returns {(instantMs: number) => { date: string, hour: number }}
 */
export function localHours(timeZone) {
	const format = new Intl.DateTimeFormat('en-CA', {
		timeZone,
		hourCycle: 'h23',
		year: 'numeric',
		month: '2-digit',
		day: '2-digit',
		hour: '2-digit',
	});
	return (instantMs) => {
		const parts = Object.fromEntries(format.formatToParts(instantMs).map(({ type, value }) => [type, value]));
		return { date: `${parts.year}-${parts.month}-${parts.day}`, hour: Number(parts.hour) };
	};
}
