/** Why something is as it is: a code to act on, and a sentence. */
export interface Reason {
	readonly code: string;
	readonly message: string;
}
