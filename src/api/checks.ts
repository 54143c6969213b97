import { STRATEGIES, type Strategy } from '../budget/budgetDefinition';
import { UserError } from '../errors';
import { type DayContext, dayContext } from '../pacing/dayContext';
import { type PacingState, readState, trust } from '../state/pacingState';

/** A result whose state was made here, and need not be checked when it comes back as the same object. */
export function withTrust<Result extends { readonly state: PacingState }>(result: Result): Result {
	trust(result.state);
	return result;
}

/** A budget in its day at an instant, from a state that is checked first. */
export const contextAt = (state: PacingState, nowMs: number): DayContext =>
	dayContext(readState(state), instant(nowMs));

/** @throws RangeError for what is no instant */
export function instant(nowMs: number): number {
	if (Number.isFinite(nowMs) && Math.abs(nowMs) <= LAST_INSTANT_MS) return nowMs;
	throw new RangeError(`${nowMs} is not an instant in epoch milliseconds`);
}

/** The last instant that calendars of this language can show. */
const LAST_INSTANT_MS = 8.64e15;

/** @throws UserError for what is no strategy */
export function knownStrategy(strategy: Strategy): Strategy {
	if (STRATEGIES.includes(strategy)) return strategy;
	throw new UserError(
		`'${String(strategy).slice(0, 40)}' is not a strategy`,
		`Choose one of ${STRATEGIES.join(', ')}.`,
	);
}
