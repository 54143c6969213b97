import { currencyDigits } from '../../money/currency';
import { toMicros } from '../../money/micros';
import { localDay } from '../../time/localDay';
import { collect, contradiction } from './collect';
import type { FieldMap } from './fieldMap';
import { type HourWindow, localHourWindow } from './localHourWindow';
import { isMissing, optional, readMicros, readMoney, readNumber } from './readNumber';
import { isRejection, type Rejection, type Row, type RowFormat, shown } from './rowFormat';

const WITH_OFFSET = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/;
const LOCAL_TIME = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):(\d{2})(:00(\.0+)?)?$/;
const CLOCK_HOUR = /^(\d{1,2}):00(:00)?$/;

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;

/** Any table, its columns named by the user. */
export function mapped(fields: FieldMap, currency: string): RowFormat {
	const column = (row: Row, name: string | undefined): unknown =>
		name !== undefined && Object.hasOwn(row, name) ? row[name] : undefined;
	const { spendUnit, ...columns } = fields;
	const money = moneyReader(spendUnit, currency);
	const required = Object.values(columns).filter((name) => name !== undefined);
	return {
		label: 'the mapped columns',
		recognises: () => true,
		place: (row, budget) => {
			const absent = required.find((name) => !Object.hasOwn(row, name));
			if (absent !== undefined) return { reason: `The row has no column '${absent.slice(0, 60)}'` };
			const refused =
				contradiction('currency', column(row, fields.currency), budget.currency) ??
				contradiction('time zone', column(row, fields.timeZone), budget.timeZone);
			if (refused !== null) return refused;
			const window = windowOf(row, fields, budget.timeZone);
			if (isRejection(window)) return window;
			const id = column(row, fields.campaignId);
			return { ...window, ...(!isMissing(id) && { campaignId: String(id).slice(0, 200) }), identity: '' };
		},
		metrics: (row) => {
			const spend = column(row, fields.spend);
			if (isMissing(spend)) return { reason: `The spend is missing: '${fields.spend.slice(0, 60)}' is empty` };
			const named = (name: string | undefined) => name ?? '';
			return collect({
				spend: money(spend, fields.spend),
				impressions: optional(readNumber)(column(row, fields.impressions), named(fields.impressions)),
				clicks: optional(readNumber)(column(row, fields.clicks), named(fields.clicks)),
				conversions: optional(readNumber)(column(row, fields.conversions), named(fields.conversions)),
				revenue: optional(money)(column(row, fields.revenue), named(fields.revenue)),
				multiplier: optional(readNumber)(column(row, fields.multiplier), named(fields.multiplier)),
			});
		},
	};
}

function moneyReader(
	unit: FieldMap['spendUnit'],
	currency: string,
): (value: unknown, field: string) => number | Rejection {
	switch (unit) {
		case 'major':
			return readMoney;
		case 'micros':
			return readMicros;
		case 'minor':
			return (value, field) => {
				const amount = readNumber(value, field);
				return typeof amount === 'number' ? toMicros(amount) / 10 ** currencyDigits(currency) : amount;
			};
	}
}

function windowOf(row: Row, { start, end, date, hour }: FieldMap, timeZone: string): HourWindow | Rejection {
	if (start !== undefined) {
		const startMs = readInstant(row[start], start, timeZone);
		if (typeof startMs === 'object') return startMs;
		const endMs = end === undefined ? startMs + HOUR_MS : readInstant(row[end], end, timeZone);
		if (typeof endMs === 'object') return endMs;
		return endMs > startMs
			? { startMs, endMs }
			: { reason: `The row ends at ${shown(row[end!])}, not after it starts` };
	}
	const day = row[date!];
	if (hour !== undefined) {
		const clock = row[hour];
		const digits = typeof clock === 'string' ? (CLOCK_HOUR.exec(clock.trim())?.[1] ?? clock.trim()) : clock;
		return localHourWindow(day, digits, timeZone);
	}
	const time = typeof day === 'string' ? LOCAL_TIME.exec(day.trim()) : null;
	if (time === null)
		return { reason: `'${date}' is ${shown(day)}: without an 'hour' column it must look like 2026-11-23 09:00` };
	if (time[3] !== '00') return { reason: `'${date}' is ${shown(day)}: it must be a full hour` };
	return localHourWindow(time[1], time[2], timeZone);
}

/** An instant from a text with an offset, or from a local time that exists once. */
function readInstant(value: unknown, field: string, timeZone: string): number | Rejection {
	if (typeof value === 'number' && Number.isInteger(value)) return value;
	const text = typeof value === 'string' ? value.trim() : '';
	if (WITH_OFFSET.test(text) && !Number.isNaN(Date.parse(text))) return Date.parse(text);
	const local = LOCAL_TIME.exec(text);
	if (local === null)
		return { reason: `'${field}' is ${shown(value)}: it must look like 2026-11-23T09:00 or 2026-11-23T09:00:00+01:00` };
	const [, date, hour, minute] = local;
	const window = localHourWindow(date, hour, timeZone);
	if (isRejection(window)) return window;
	const stretches = localDay(date!, timeZone).filter(({ localHour }) => localHour === Number(hour));
	if (stretches.length > 1)
		return { reason: `'${field}' is ${shown(value)}, which comes twice that day: write it with its offset from UTC` };
	return window.startMs + Number(minute) * MINUTE_MS;
}
