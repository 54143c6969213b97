const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const folder = join(__dirname, '../../../shared');

/** Runs a suite that needs the reference data beside the checkout; where it is absent the suite shows as skipped. */
exports.describeWithShared = existsSync(join(folder, 'README.md')) ? describe : describe.skip;

exports.readShared = (path) => readFileSync(join(folder, path), 'utf8');

exports.readSharedJson = (path) => JSON.parse(exports.readShared(path));
