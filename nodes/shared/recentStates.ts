import { type PacingState, readState } from '../../src/index';

/** Room that states may take together, in bytes: some 1,400 budgets of two days, or 570 of a month with five campaigns each. */
const MOST_BYTES = 250_000_000;

/** What a state takes, about: what was learned from it, its text, and what the text stands for. */
const bytesOf = (text: string): number => 140_000 + 4 * text.length;

interface Remembered {
	readonly text: string;
	readonly state: PacingState;
}

/** The last state of each budget, the one used last at the end. */
const recent = new Map<string, Remembered>();
let bytes = 0;

/**
 * Keeps the state of a budget that was read or written just now, in place of the one before it. The nodes of a workflow hand the same states on to each
 * other through the table: what is kept is neither read nor learned from again.
 */
export function rememberState(budgetId: string, text: string, state: PacingState): void {
	forget(budgetId);
	recent.set(budgetId, { text, state });
	bytes += bytesOf(text);
	for (const oldest of recent.keys()) {
		if (bytes <= MOST_BYTES) return;
		forget(oldest);
	}
}

function forget(budgetId: string): void {
	const remembered = recent.get(budgetId);
	if (remembered === undefined) return;
	bytes -= bytesOf(remembered.text);
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
