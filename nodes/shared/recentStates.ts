import { type PacingState, readState } from '../../src/index';

/** Text of all states that are kept, in characters: some 300 budgets of two days, or 30 of a month with five campaigns each. */
const MOST_CHARACTERS = 5_000_000;

/** By their text, the one used last at the end. */
const recent = new Map<string, PacingState>();
let characters = 0;

/**
 * Keeps a state that was read or written just now. The nodes of a workflow hand the same states on to each other through the table: what is
 * kept is neither read nor learned from again.
 */
export function rememberState(text: string, state: PacingState): void {
	if (recent.delete(text)) characters -= text.length;
	recent.set(text, state);
	characters += text.length;
	for (const oldest of recent.keys()) {
		if (characters <= MOST_CHARACTERS) return;
		recent.delete(oldest);
		characters -= oldest.length;
	}
}

/** The state that a text holds. Throws if it is none. */
export function stateOf(text: string): PacingState {
	const state = recent.get(text) ?? readState(parsedJson(text));
	rememberState(text, state);
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
