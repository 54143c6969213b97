/** The engine that the environment of the test has loaded. */
module.exports = globalThis.engine;
