import * as z from 'zod/v4';

import { groupBy } from '../groupBy';
import { type DeliveredHour, keyOf } from './deliveredHour';
import { moneyAt } from './exchange';

const DAY_MS = 86_400_000;

/** Queues repeat a message within minutes; for so long a change that was added is remembered. */
const DAYS_REMEMBERED = 2;

/** Marks of the changes that one report added: [instant of the report in minutes, marks]. */
export const KnownChanges = z.tuple([z.number(), z.array(z.string())]);
export type KnownChanges = z.output<typeof KnownChanges>;

/** A change of the figures of a stretch. */
export interface Change {
	readonly index: number;
	readonly id: string;
	/** Its figures are what is added. */
	readonly hour: DeliveredHour;
}

/**
 * Adds changes to what is known of their stretches.
 *
 * Each change counts once, whatever is repeated, and their order does not matter. A metric that neither the stretch nor any of its
 * changes reports stays unknown. Money is exchanged at the rate of its stretch, so that a correction takes back what was counted. A sum
 * below 0 waits for what it corrects: its changes are rejected, and can be sent again.
 *
 * @param present the stretches known so far, by `keyOf`
 * @returns the stretches as they are now with the changes they took, the number of repetitions, and what is rejected
 */
export function addChanges(
	changes: readonly Change[],
	present: ReadonlyMap<string, DeliveredHour>,
	known: readonly KnownChanges[] = [],
): {
	readonly hours: readonly { readonly indexes: readonly number[]; readonly hour: DeliveredHour }[];
	readonly repeated: number;
	readonly rejected: readonly { readonly index: number; readonly reason: string }[];
} {
	const seen = new Set(known.flatMap(([, marks]) => marks));
	const news = changes.filter((change) => {
		const isNew = !seen.has(markOf(change));
		seen.add(markOf(change));
		return isNew;
	});
	const hours: { indexes: number[]; hour: DeliveredHour }[] = [];
	const rejected: { index: number; reason: string }[] = [];
	for (const [key, stretch] of groupBy(news, ({ hour }) => keyOf(hour))) {
		const hour = sumOf(present.get(key), stretch);
		const indexes = stretch.map(({ index }) => index);
		if (FIGURES.every((figure) => (hour[figure] ?? 0) >= 0)) hours.push({ indexes, hour });
		else for (const index of indexes) rejected.push({ index, reason: TAKES_TOO_MUCH });
	}
	return { hours, repeated: changes.length - news.length, rejected };
}

const TAKES_TOO_MUCH = 'The change takes away more than was delivered: send it again with what it corrects';

/** Remembers changes that are in the ledger now, and forgets those of old; the same list if none is new. */
export function rememberChanges(
	known: readonly KnownChanges[] = [],
	added: readonly Change[],
	nowMs: number,
): readonly KnownChanges[] {
	const seen = new Set(known.flatMap(([, marks]) => marks));
	const marks = [...new Set(added.map(markOf))].filter((mark) => !seen.has(mark));
	if (marks.length === 0) return known;
	const oldest = (nowMs - DAYS_REMEMBERED * DAY_MS) / 60_000;
	return [...known.filter(([minute]) => minute >= oldest), [Math.floor(nowMs / 60_000), marks]];
}

/** Micros that roundings can leave missing where many changes were exchanged one by one, and one takes all of them back. */
const ROUNDED_AWAY = 1000;

const FIGURES = ['spend', 'clicks', 'conversions', 'revenue', 'impressions'] as const;

function sumOf(before: DeliveredHour | undefined, changes: readonly Change[]): DeliveredHour {
	const first = changes[0]!.hour;
	const given = [...(before === undefined ? [] : [before]), ...changes.map(({ hour }) => hour)];
	const { exchangeRate } = before ?? first;
	const parts = given.map((part) => moneyAt(part, exchangeRate));
	const total = (figure: (typeof FIGURES)[number]): number | null => {
		const values = parts.map((part) => part[figure]).filter((value) => value !== null);
		return values.length === 0 ? null : values.sort((a, b) => a - b).reduce((sum, value) => sum + value, 0);
	};
	const money = (figure: 'spend' | 'revenue'): number | null => {
		const sum = total(figure);
		return sum !== null && sum < 0 && sum >= -ROUNDED_AWAY && exchangeRate !== null ? 0 : sum;
	};
	return {
		...(before ?? first),
		asOfMs: first.asOfMs,
		spend: money('spend')!,
		clicks: total('clicks'),
		conversions: total('conversions'),
		revenue: money('revenue'),
		impressions: total('impressions'),
	};
}

/**
 * A short mark of a change: 53 bits, so that a million of them collide with a chance of one in ten thousand.
 *
 * @see https://github.com/bryc/code/blob/master/jshash/experimental/cyrb53.js (public domain)
 */
function markOf({ id, hour }: Change): string {
	const text = `${keyOf(hour)} ${id}`;
	let high = 0xdeadbeef;
	let low = 0x41c6ce57;
	for (let position = 0; position < text.length; position++) {
		const code = text.charCodeAt(position);
		high = Math.imul(high ^ code, 2_654_435_761);
		low = Math.imul(low ^ code, 1_597_334_677);
	}
	high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
	low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
	return (4_294_967_296 * (2_097_151 & low) + (high >>> 0)).toString(36);
}
