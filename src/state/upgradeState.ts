import * as z from 'zod/v4';

import { storeRows } from '../ledger/storedHours';
import { parse } from '../parse';
import { pushId } from '../records/pushId';
import { LEVERS } from '../records/pushRecord';

const whole = z.int().min(0);
const figure = z.number().min(0).nullish();

/** A window of version 1: start and length in minutes, spend, clicks, conversions, revenue, impressions, multiplier, asOf in minutes, control. */
const RowOfVersion1 = z.tuple([
	whole,
	whole,
	z.number().min(0),
	figure,
	figure,
	figure,
	figure,
	figure,
	whole.nullish(),
	figure,
]);

const StateOfVersion1 = z.looseObject({
	ledger: z.looseObject({ campaigns: z.array(z.looseObject({ hours: z.array(RowOfVersion1) })) }),
});

/** Version 1 kept the windows of a campaign as rows. */
function from1(raw: unknown): unknown {
	const state = parse(StateOfVersion1, raw, 'pacing state');
	const campaigns = state.ledger.campaigns.map((campaign) => ({
		...campaign,
		hours: storeRows([...campaign.hours].sort(([a], [b]) => a - b)),
	}));
	return { ...state, version: 2, ledger: { ...state.ledger, campaigns } };
}

const StateOfVersion2 = z.looseObject({
	pushes: z
		.array(
			z.looseObject({
				atMs: z.number(),
				planId: z.string(),
				platform: z.string(),
				object: z.string(),
				lever: z.enum(LEVERS),
			}),
		)
		.optional(),
});

/**
 * Version 2 recorded a push when it left, and no answer was ever read: its outcome is unknown. The next value read settles it. Had it counted as
 * confirmed, a push that was lost would look like a person's edit and be left alone for good.
 */
function from2(raw: unknown): unknown {
	const { pushes, ...state } = parse(StateOfVersion2, raw, 'pacing state');
	const upgraded = pushes?.map((push) => ({
		...push,
		pushId: pushId('earlier', push, push.planId, push.atMs),
		status: 'unknown',
		code: 'before-confirmation',
	}));
	return { ...state, version: 3, ...(upgraded !== undefined && { pushes: upgraded }) };
}

/** Upgrades from each version to the next. */
const STEPS: Readonly<Record<number, (raw: unknown) => unknown>> = { 1: from1, 2: from2 };

/** Upgrades a state of an earlier version to the current one, step by step; other states are returned unchanged. */
export function upgradeState(raw: unknown, version: number): unknown {
	const step = STEPS[version];
	return step === undefined ? raw : upgradeState(step(raw), version + 1);
}
