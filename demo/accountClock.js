const RealDate = Date;

/**
 * Sets what this process takes for the present, so that a workflow run in it sees the time of a sandbox account: `$now`, As Of, and all that is stored. Timers
 * are not affected.
 */
exports.setClock = (nowMs) => {
	globalThis.Date = class extends RealDate {
		constructor(...parts) {
			super(...(parts.length === 0 ? [nowMs] : parts));
		}
		static now() {
			return nowMs;
		}
	};
};
