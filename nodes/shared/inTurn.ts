import { sleep } from 'n8n-workflow';

/** A turn that takes longer has come to a halt, and the next one begins. */
const LONGEST_TURN_MS = 30_000;
const LOOK_AGAIN_MS = 1_000;

interface Turn {
	/** Null while others are before it. */
	beganMs: number | null;
	isOver: boolean;
	readonly over: Promise<void>;
}

/** The last in line, by key. */
const lastInLine = new Map<string, Turn>();

/**
 * Runs the work of several executions of one process on the same keys one after the other, first come, first served.
 *
 * This saves work but is not a lock: other processes do not wait. Without it, of a hundred executions that read one budget at the same time,
 * all but one would have to read it again.
 */
export async function inTurn<Result>(keys: readonly string[], run: () => Promise<Result>): Promise<Result> {
	let end = (): void => undefined;
	const over = new Promise<void>((resolve) => (end = resolve));
	const turn: Turn = { beganMs: null, isOver: false, over };
	const earlier = keys.flatMap((key) => lastInLine.get(key) ?? []);
	for (const key of keys) lastInLine.set(key, turn);
	try {
		for (const other of earlier) await passed(other);
		turn.beganMs = Date.now();
		return await run();
	} finally {
		turn.isOver = true;
		end();
		for (const key of keys) if (lastInLine.get(key) === turn) lastInLine.delete(key);
	}
}

/** Waits until a turn is over, but not for one that has come to a halt. */
async function passed(turn: Turn): Promise<void> {
	while (!turn.isOver && (turn.beganMs === null || Date.now() - turn.beganMs < LONGEST_TURN_MS)) {
		await Promise.race([turn.over, sleep(LOOK_AGAIN_MS)]);
	}
}
