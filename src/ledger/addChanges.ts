import * as z from 'zod/v4';

import { groupBy } from '../groupBy';
import { DAY_MS } from '../time/durations';
import { type DeliveredHour, keyOf } from './deliveredHour';
import { reconvertHour } from './exchange';
import { lesserNames } from './source';

/** How long added changes are remembered. Message queues redeliver within minutes. */
const DAYS_REMEMBERED = 2;

/** Hashes of the changes that one report added: [instant of the report in minutes, hashes]. */
export const KnownChanges = z.tuple([z.number(), z.array(z.string())]);
export type KnownChanges = z.output<typeof KnownChanges>;

/** A correction of the figures of one stretch. */
export interface Change {
	readonly index: number;
	readonly id: string;
	/** Its figures are the differences to add. */
	readonly hour: DeliveredHour;
}

/**
 * Adds changes to the known figures of their stretches.
 *
 * Each change counts once, in any order. A metric that neither the stretch nor any of its changes reports stays unknown. Amounts are
 * converted at the rate of their stretch, so that a correction cancels exactly what was counted. If a sum falls below 0, its changes are
 * rejected; they can be sent again together with the figures they correct.
 *
 * @param present the known stretches, by `keyOf`
 * @returns the updated stretches with the indexes of their changes, the number of duplicates, and the rejected changes
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
	const seen = new Set(known.flatMap(([, hashes]) => hashes));
	const newChanges = changes.filter((change) => {
		const hashes = hashesOf(change);
		const isNew = hashes.every((hash) => !seen.has(hash));
		seen.add(hashes[0]);
		return isNew;
	});
	const hours: { indexes: number[]; hour: DeliveredHour }[] = [];
	const rejected: { index: number; reason: string }[] = [];
	for (const [key, stretch] of groupBy(newChanges, ({ hour }) => keyOf(hour))) {
		const hour = sumOf(present.get(key), stretch);
		const indexes = stretch.map(({ index }) => index);
		if (FIGURES.every((figure) => (hour[figure] ?? 0) >= 0)) hours.push({ indexes, hour });
		else for (const index of indexes) rejected.push({ index, reason: NEGATIVE_TOTAL });
	}
	return { hours, repeated: changes.length - newChanges.length, rejected };
}

const NEGATIVE_TOTAL =
	'The change subtracts more than was delivered: send it again together with the figures it corrects';

/** The remembered changes with the added ones, and without the expired ones; the same list if none is new. */
export function rememberChanges(
	known: readonly KnownChanges[] = [],
	added: readonly Change[],
	presentMs: number,
): readonly KnownChanges[] {
	const seen = new Set(known.flatMap(([, hashes]) => hashes));
	const hashes = [...new Set(added.map((change) => hashesOf(change)[0]))].filter((hash) => !seen.has(hash));
	if (hashes.length === 0) return known;
	const oldest = (presentMs - DAYS_REMEMBERED * DAY_MS) / 60_000;
	return [...known.filter(([minute]) => minute >= oldest), [Math.floor(presentMs / 60_000), hashes]];
}

/** Rounding error, in micros, that a reversal of many separately converted changes may leave. */
const ROUNDING_MICROS = 1000;

const FIGURES = ['spend', 'clicks', 'conversions', 'revenue', 'impressions'] as const;

function sumOf(before: DeliveredHour | undefined, changes: readonly Change[]): DeliveredHour {
	const first = changes[0]!.hour;
	const given = [...(before === undefined ? [] : [before]), ...changes.map(({ hour }) => hour)];
	const { exchangeRate } = before ?? first;
	const parts = given.map((part) => reconvertHour(part, exchangeRate));
	const total = (figure: (typeof FIGURES)[number]): number | null => {
		const values = parts.map((part) => part[figure]).filter((value) => value !== null);
		return values.length === 0 ? null : values.sort((a, b) => a - b).reduce((sum, value) => sum + value, 0);
	};
	const amount = (figure: 'spend' | 'revenue'): number | null => {
		const sum = total(figure);
		return sum !== null && sum < 0 && sum >= -ROUNDING_MICROS && exchangeRate !== null ? 0 : sum;
	};
	return {
		...(before ?? first),
		asOfMs: first.asOfMs,
		spend: amount('spend')!,
		clicks: total('clicks'),
		conversions: total('conversions'),
		revenue: amount('revenue'),
		impressions: total('impressions'),
	};
}

/** The hashes of a change: as it is named, and under lesser names that its source may have had when it was added. */
const hashesOf = (change: Change): readonly [string, ...string[]] => {
	const { source } = change.hour;
	return [hashOf(change, source), ...lesserNames(source).map((lesser) => hashOf(change, lesser))];
};

/**
 * A 53-bit hash of a change: among a million, the probability of a collision is one in ten thousand.
 *
 * @see https://github.com/bryc/code/blob/master/jshash/experimental/cyrb53.js (public domain)
 */
function hashOf({ id, hour: { startMs, campaignId } }: Change, source: string | undefined): string {
	const text = `${keyOf({ startMs, campaignId, source })} ${id}`;
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
