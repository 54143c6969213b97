import { setTimeout as sleep } from 'node:timers/promises';

const SERVED_WITHIN_MS = 60_000;

/** Waits until n8n serves its editor's REST interface: older versions call themselves ready while it is not there yet. */
export async function untilServed(base) {
	const address = `${base}/rest/settings`;
	for (const startedMs = Date.now(); ; await sleep(250)) {
		const { status } = await fetch(address);
		if (status === 200) return;
		if (status !== 404 || Date.now() - startedMs > SERVED_WITHIN_MS) throw new Error(`${address} answers ${status}`);
	}
}
