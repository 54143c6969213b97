import { sleep } from 'n8n-workflow';

/** Does long work step by step, and lets n8n do other work in between. */
export async function inSteps<Result>(steps: Generator<void, Result>): Promise<Result> {
	let step = steps.next();
	while (step.done !== true) {
		await sleep(0);
		step = steps.next();
	}
	return step.value;
}
