/**
 * What the author of a workflow can put right: the message says what is wrong, the description what to do.
 *
 * Both use the words on the screen. A caller's bug is a `RangeError` instead.
 */
export class UserError extends Error {
	override readonly name = 'UserError';

	constructor(
		message: string,
		readonly description: string,
	) {
		super(message);
	}
}
