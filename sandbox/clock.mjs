import { HOUR_MS } from './account/calendar.mjs';

const TICK_MS = 200;

/** The speed at which an hour of the account takes an hour. */
export const REAL_TIME = 1 / 60;

/** A clock that plays an account on while real time passes; it stands still at a speed of 0. */
export function createClock(account) {
	let timer = null;
	let lastMs = 0;
	const clock = {
		/** Hours of the account per minute. */
		speed: 0,
		runAt(speed) {
			clock.speed = speed;
			clearInterval(timer);
			if (speed === 0) return;
			lastMs = Date.now();
			timer = setInterval(tick, TICK_MS);
		},
	};
	function tick() {
		const passedMs = Date.now() - lastMs;
		lastMs += passedMs;
		account.play(account.nowMs + (passedMs / 60_000) * clock.speed * HOUR_MS);
	}
	return clock;
}
