import * as z from 'zod/v4';

import type { DeliveredHour } from './deliveredHour';

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
 * changes reports stays unknown. A sum below 0 waits for what it corrects: its changes are rejected and not remembered, so that
 * they can be sent again.
 *
 * @param present the stretches known so far, by start and campaign
 * @returns the stretches as they are now with the changes they took, the repetitions, what is rejected, and what to remember
 */
export function addChanges(
	changes: readonly Change[],
	present: ReadonlyMap<string, DeliveredHour>,
	known: readonly KnownChanges[] | undefined,
	nowMs: number,
): {
	readonly hours: readonly { readonly indexes: readonly number[]; readonly hour: DeliveredHour }[];
	readonly repeated: number;
	readonly rejected: readonly { readonly index: number; readonly reason: string }[];
	readonly known: readonly KnownChanges[];
} {
	const oldest = (nowMs - DAYS_REMEMBERED * DAY_MS) / 60_000;
	const remembered = (known ?? []).filter(([minute]) => minute >= oldest);
	const seen = new Set(remembered.flatMap(([, marks]) => marks));
	const byStretch = new Map<string, (Change & { readonly mark: string })[]>();
	let repeated = 0;
	for (const change of changes) {
		const { startMs, campaignId } = change.hour;
		const key = `${startMs} ${campaignId}`;
		const mark = markOf(`${key} ${change.id}`);
		if (seen.has(mark)) {
			repeated++;
			continue;
		}
		seen.add(mark);
		const same = byStretch.get(key);
		if (same === undefined) byStretch.set(key, [{ ...change, mark }]);
		else same.push({ ...change, mark });
	}
	const hours: { indexes: number[]; hour: DeliveredHour }[] = [];
	const rejected: { index: number; reason: string }[] = [];
	const added: string[] = [];
	for (const [key, stretch] of byStretch) {
		const hour = sumOf(present.get(key), stretch);
		if (FIGURES.some((figure) => (hour[figure] ?? 0) < 0)) {
			const reason = 'The change takes away more than was delivered: send it again with what it corrects';
			for (const { index } of stretch) rejected.push({ index, reason });
			continue;
		}
		hours.push({ indexes: stretch.map(({ index }) => index), hour });
		added.push(...stretch.map(({ mark }) => mark));
	}
	return {
		hours,
		repeated,
		rejected,
		known: added.length === 0 ? remembered : [...remembered, [Math.floor(nowMs / 60_000), added]],
	};
}

const FIGURES = ['spend', 'clicks', 'conversions', 'revenue', 'impressions'] as const;

function sumOf(before: DeliveredHour | undefined, changes: readonly Change[]): DeliveredHour {
	const first = changes[0]!.hour;
	const parts = [...(before === undefined ? [] : [before]), ...changes.map(({ hour }) => hour)];
	const total = (figure: (typeof FIGURES)[number]): number | null => {
		const values = parts.map((part) => part[figure]).filter((value) => value !== null);
		return values.length === 0 ? null : values.sort((a, b) => a - b).reduce((sum, value) => sum + value, 0);
	};
	return {
		...(before ?? first),
		asOfMs: first.asOfMs,
		spend: total('spend')!,
		clicks: total('clicks'),
		conversions: total('conversions'),
		revenue: total('revenue'),
		impressions: total('impressions'),
	};
}

/**
 * A short mark of a text: 53 bits, so that a million of them collide with a chance of one in ten thousand.
 *
 * @see https://github.com/bryc/code/blob/master/jshash/experimental/cyrb53.js (public domain)
 */
function markOf(text: string): string {
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
