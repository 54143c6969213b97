import { STRATEGIES, type Strategy } from '../budget/budgetDefinition';
import { UserError } from '../errors';
import { type DayContext, dayContext } from '../forecast/dayContext';
import { alertMessage, type AlertMessage } from '../messages/alertMessage';
import { rememberLast } from '../rememberLast';
import { type PacingState, readState, trust } from '../state/pacingState';
import type { ExhaustionForecast } from '../status/exhaustionForecast';

/** Marks the state of a result as made by this package, so that the same object is not checked again. */
export function withTrust<Result extends { readonly state: PacingState }>(result: Result): Result {
	trust(result.state);
	return result;
}

/** Context of a budget's day at an instant; the state is checked first. */
export const contextAt = (state: PacingState, nowMs: number): DayContext => contextOf(readState(state), instant(nowMs));

const contextOf = rememberLast(dayContext);

/** A forecast in words. @param account of the budget; empty if it is not to be named */
export function alertAt(
	{ dayAmount, spent, learning }: DayContext,
	exhaustion: ExhaustionForecast,
	account = '',
): AlertMessage {
	const { definition, dataUntilMs } = learning;
	return alertMessage(exhaustion, { definition, day: { amount: dayAmount, spent }, dataUntilMs, account });
}

/** @throws RangeError unless the number is an instant */
export function instant(nowMs: number): number {
	if (Number.isFinite(nowMs) && Math.abs(nowMs) <= MAX_INSTANT_MS) return nowMs;
	throw new RangeError(`${nowMs} is not an instant in epoch milliseconds`);
}

/** Range of ECMAScript dates. */
const MAX_INSTANT_MS = 8.64e15;

/** @throws UserError unless the name is a strategy */
export function knownStrategy(strategy: Strategy): Strategy {
	if (STRATEGIES.includes(strategy)) return strategy;
	throw new UserError(
		`'${String(strategy).slice(0, 40)}' is not a strategy`,
		`Choose one of ${STRATEGIES.join(', ')}.`,
	);
}
