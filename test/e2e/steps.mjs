const startedMs = Date.now();

const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;

/** Prints a line that belongs to the step that is running. */
export const note = (text) => console.log(`    ${text}`);

/** Runs one step of a test in the open: says what it is, what was seen and how long it took. A step that fails ends the test. */
export async function step(title, run) {
	console.log(`  ${title}`);
	const stepStartedMs = Date.now();
	const seen = await run();
	for (const line of [seen.seen ?? seen].flat()) note(line);
	console.log(`    held, ${seconds(Date.now() - stepStartedMs)}`);
	return seen;
}

export const timeSinceStart = () => seconds(Date.now() - startedMs);
