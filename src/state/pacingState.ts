import * as z from 'zod/v4';

import { AlertState } from '../alerts/alert';
import { StandingAlert } from '../alerts/standingAlerts';
import { BudgetDefinition, type BudgetDefinitionInput } from '../budget/budgetDefinition';
import { CampaignRegime } from '../campaigns/campaignRegime';
import { UserError } from '../errors';
import { EMPTY_LEDGER, Ledger } from '../ledger/ledger';
import type { Note } from '../notes/note';
import { stateNotes } from '../notes/stateNotes';
import { parse } from '../parse';
import { assertMinimaFit } from '../plan/assertMinimaFit';
import { SpendPlan } from '../plan/spendPlan';
import { PushRecord } from '../records/pushRecord';
import { Regime } from '../results/regime';
import { isSameZone } from '../time/zone';
import { upgradeState } from './upgradeState';

/** The version that this package writes. Later versions need a later package. */
const VERSION = 3;

/** What a state can do without: if one of these is damaged in storage, the others are still right. */
const PARTS = {
	/** Hours of the day with a detected change. */
	regimes: z.array(Regime),
	/** Campaigns with a detected change; absent before the first. */
	campaignRegimes: z.array(CampaignRegime).readonly().optional(),
	/** Last plan for today; null before the first. */
	plan: SpendPlan.nullable(),
	/** The alert of the day's budget running out. */
	alert: AlertState.nullable(),
	/** Alerts of other kinds that are not over; absent before the first. */
	alerts: z.array(StandingAlert).readonly().optional(),
	/** When a report was last read, to the hour; absent before the first. */
	readMs: z.number().optional(),
};

/** State of a budget as one JSON document. Functions of the core take it and return the next one. */
export const PacingState = z
	.object({
		version: z.literal(VERSION),
		definition: BudgetDefinition,
		ledger: Ledger,
		...PARTS,
		/** Pushes to ad platforms, oldest first; absent before the first. */
		pushes: z.array(PushRecord).readonly().optional(),
	})
	.readonly();
export type PacingState = z.output<typeof PacingState>;

/** A part, and what takes its place if it is damaged. */
const WITHOUT_PART = {
	regimes: [],
	campaignRegimes: undefined,
	plan: null,
	alert: null,
	alerts: undefined,
	readMs: undefined,
};

/** What was left out of states when they were read. */
const damages = new WeakMap<PacingState, readonly Note[]>();

/** What was damaged in a state as it was stored, and left out when it was read. */
export const damageOf = (state: PacingState): readonly Note[] => damages.get(state) ?? [];

/** States made by this package, which need not be checked again. */
const trusted = new WeakSet<object>();

/** Marks a state as made by this package. */
export function trust<State extends PacingState>(state: State): State {
	trusted.add(state);
	return state;
}

/**
 * Creates the state of a budget, without delivery and without a plan.
 *
 * @throws UserError if the definition contradicts itself, naming the fields
 */
export function createState(definition: BudgetDefinitionInput): PacingState {
	const checked = readDefinition(definition);
	return trust({ version: VERSION, definition: checked, ledger: EMPTY_LEDGER, regimes: [], plan: null, alert: null });
}

/**
 * Gives a budget a new definition and keeps its delivery. An unchanged definition returns the same state.
 *
 * @throws UserError if the ID changes, or if the currency or time zone changes after the first delivery; another name of the same zone is no change
 */
export function updateDefinition(state: PacingState, definition: BudgetDefinitionInput): PacingState {
	const current = readState(state);
	const { definition: before, ...rest } = current;
	const checked = readDefinition(definition);
	if (JSON.stringify(checked) === JSON.stringify(before)) return current;
	if (rest.ledger.campaigns.length > 0 || checked.budgetId !== before.budgetId) {
		for (const [field, word] of FIXED) {
			const [from, to] = [before[field], checked[field]];
			if (field === 'timeZone' ? isSameZone(from, to) : from === to) continue;
			throw new UserError(
				`The budget '${before.budgetId}' cannot change its ${word} from ${from} to ${to} because its delivery is counted in the first`,
				`Keep the ${word}, or create a budget with another Budget ID.`,
			);
		}
	}
	return trust({ ...rest, definition: checked });
}

/** What a budget keeps, and its words. */
const FIXED = [
	['budgetId', 'id'],
	['currency', 'currency'],
	['timeZone', 'time zone'],
] as const;

/**
 * Reads a stored state, checks it, and upgrades earlier versions to the current one. A damaged plan, alert or record of changes is left out
 * and named by `damageOf`.
 *
 * @throws UserError if its definition, ledger or pushes are corrupt, or was written by a newer version of this package
 */
export function readState(raw: unknown): PacingState {
	if (typeof raw === 'object' && raw !== null && trusted.has(raw)) return raw as PacingState;
	const version: unknown = typeof raw === 'object' && raw !== null && 'version' in raw ? raw.version : undefined;
	if (typeof version === 'number' && version > VERSION) {
		throw new UserError(
			`The pacing state has version ${version}, but this package reads up to version ${VERSION}`,
			'Update n8n-nodes-budget-pacing to the version that wrote it.',
		);
	}
	if (version === undefined) {
		throw new UserError(
			'The pacing state is damaged: it is not a document that this package wrote',
			'Delete the budget and create it again, then ingest its history.',
		);
	}
	const current = typeof version === 'number' ? upgradeState(raw, version) : raw;
	const { whole, damage } = withoutDamagedParts(current);
	const state = trust(parse(PacingState, whole, 'pacing state'));
	if (damage.length > 0) damages.set(state, damage);
	return state;
}

/** A state with what takes the place of its damaged parts, and what is said of each. */
function withoutDamagedParts(raw: unknown): { whole: unknown; damage: readonly Note[] } {
	const stored = raw as Readonly<Record<string, unknown>>;
	const parts = Object.keys(PARTS) as (keyof typeof PARTS)[];
	const damaged = parts.filter((part) => !PARTS[part].safeParse(stored[part]).success);
	const replaced = Object.fromEntries(damaged.map((part) => [part, WITHOUT_PART[part]]));
	return { whole: { ...stored, ...replaced }, damage: damaged.map(stateNotes.damaged) };
}

function readDefinition(definition: BudgetDefinitionInput): BudgetDefinition {
	const checked = parse(BudgetDefinition, definition, 'budget definition');
	assertMinimaFit(checked, checked.flight?.start ?? ANY_DATE);
	return checked;
}

/** In the shortest month, so that the average day of a month is largest. */
const ANY_DATE = '2026-02-01';
