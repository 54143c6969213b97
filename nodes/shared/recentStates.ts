import { type PacingState, readState } from '../../src/index';

/** Text of all states that are kept, in characters: some 2,000 budgets of two days, or 270 of a month with five campaigns each. */
const MOST_CHARACTERS = 20_000_000;

interface Remembered {
	readonly text: string;
	readonly state: PacingState;
}

/** The last state of each budget, the one used last at the end. */
const recent = new Map<string, Remembered>();
let characters = 0;

/**
 * Keeps the state of a budget that was read or written just now, in place of the one before it. The nodes of a workflow hand the same states on to each
 * other through the table: what is kept is neither read nor learned from again.
 */
export function rememberState(budgetId: string, text: string, state: PacingState): void {
	forget(budgetId);
	recent.set(budgetId, { text, state });
	characters += text.length;
	for (const oldest of recent.keys()) {
		if (characters <= MOST_CHARACTERS) return;
		forget(oldest);
	}
}

function forget(budgetId: string): void {
	characters -= recent.get(budgetId)?.text.length ?? 0;
	recent.delete(budgetId);
}

/** The state of a budget that a text holds. Throws if it is none. */
export function stateOf(budgetId: string, text: string): PacingState {
	const known = recent.get(budgetId);
	const state = known?.text === text ? known.state : readState(parsedJson(text));
	rememberState(budgetId, text, state);
	return state;
}

/** The document in a text; undefined for anything else, which no state is. */
function parsedJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
