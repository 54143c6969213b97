/** Why something could not be done. */
export interface Failure {
	readonly error: Error;
}

/** What a function returns, or why it failed. */
export function attempt<Result extends object>(run: () => Result): Result | Failure {
	try {
		return run();
	} catch (error) {
		return { error: error as Error };
	}
}

/** What a promise becomes, or why it failed. */
export async function attemptLater<Result extends object>(run: () => Promise<Result>): Promise<Result | Failure> {
	try {
		return await run();
	} catch (error) {
		return { error: error as Error };
	}
}
