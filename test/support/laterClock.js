const { laterClock } = require('../../demo/laterClock');

/** After every instant that the tests of nodes and workflows decide for, whatever the clock of the machine says. */
laterClock(Date.parse('2026-12-01T00:00:00Z'));
