/**
 * Sets the clock of this process forward if it reads less than an instant, and lets it run on from there.
 *
 * Data with fixed dates lies in the future of a machine whose clock is behind them, and nodes that store what they decide refuse that.
 */
function laterClock(instantMs) {
	const read = Date.now;
	const offsetMs = instantMs - read();
	if (offsetMs > 0) Date.now = () => read() + offsetMs;
}

/** After every instant that the tests of nodes and workflows decide for, whatever the clock of the machine says. */
laterClock(Date.parse('2026-12-01T00:00:00Z'));
