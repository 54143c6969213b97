const { promisify } = require('node:util');

module.exports = { nextTurn: promisify(setImmediate) };
