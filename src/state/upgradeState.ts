import * as z from 'zod/v4';

import { storeRows } from '../ledger/storedHours';
import { parse } from '../parse';

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

/** Upgrades from each version to the next. */
const STEPS: Readonly<Record<number, (raw: unknown) => unknown>> = { 1: from1 };

/** Upgrades a state of an earlier version to the current one, step by step; other states are returned unchanged. */
export function upgradeState(raw: unknown, version: number): unknown {
	const step = STEPS[version];
	return step === undefined ? raw : upgradeState(step(raw), version + 1);
}
