/**
 * What the platform reports: a window for each hour, whose conversions come in late and restate it.
 *
 * A fraction of an hour's conversions is known by the next hour, the others after an exponential delay.
 *
 * @returns `receive(t)`, to be called as hour t starts; `add(window, conversions, rng)`, for the hour that ended;
 *   `all()`; and `news()`, the windows that are new or restated since it was last asked. Both return windows as known now, in
 *   order of time
 */
export function platformReports({ promptReportFraction, delayMeanHours }) {
	const windows = [];
	const underway = new Map();
	let changed = new Set();
	const restate = (t, origin) => {
		windows[origin].conversions++;
		windows[origin].reportedAt.push(t);
		changed.add(origin);
	};
	return {
		receive(t) {
			for (const origin of underway.get(t) ?? []) restate(t, origin);
			underway.delete(t);
		},
		add(window, conversions, { uniform, exponential }) {
			windows.push({ ...window, conversions: 0, reportedAt: [] });
			changed.add(window.t);
			for (let conversion = 0; conversion < conversions; conversion++) {
				const lateHours = uniform() < promptReportFraction ? 0 : Math.floor(exponential(delayMeanHours));
				const dueAt = window.t + 1 + lateHours;
				if (underway.has(dueAt)) underway.get(dueAt).push(window.t);
				else underway.set(dueAt, [window.t]);
			}
		},
		all: () => windows.map(snapshot),
		news() {
			const hours = [...changed].sort((one, other) => one - other);
			changed = new Set();
			return hours.map((t) => snapshot(windows[t]));
		},
	};
}

/** A controller never holds a window that changes later. */
const snapshot = (window) => ({ ...window, reportedAt: [...window.reportedAt] });
