import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

import { readRows } from '../../scripts/readRows.mjs';

const folder = mkdtempSync(join(tmpdir(), 'rows-'));
after(() => rmSync(folder, { recursive: true }));

function rowsOf(name, text) {
	writeFileSync(join(folder, name), text);
	return readRows(join(folder, name));
}

const TABLE = [
	{ because: 'cells are text', text: 'day,cost\n2026-11-23,007.50\n', rows: [{ day: '2026-11-23', cost: '007.50' }] },
	{
		because: 'sheets of Europe have semicolons',
		text: 'day;cost\r\n23.11.2026;7,50\r\n',
		rows: [{ day: '23.11.2026', cost: '7,50' }],
	},
	{ because: 'so do tabs', text: 'day\tcost\nMonday\t1\n', rows: [{ day: 'Monday', cost: '1' }] },
	{
		because: 'quotes hold separators, quotes and line ends',
		text: 'name,cost\n"A, ""B""\nC",1',
		rows: [{ name: 'A, "B"\nC', cost: '1' }],
	},
	{
		because: 'a byte order mark is no part of a name',
		text: '\uFEFFday,cost\nMonday,1',
		rows: [{ day: 'Monday', cost: '1' }],
	},
	{ because: 'an empty cell is missing, not zero', text: 'day, cost \nMonday,\n\n', rows: [{ day: 'Monday' }] },
	{ because: 'one column has no separator', text: 'cost\n1\n2\n', rows: [{ cost: '1' }, { cost: '2' }] },
];

for (const { because, text, rows } of TABLE) {
	test(`a sheet is read: ${because}`, () => assert.deepEqual(rowsOf('report.csv', text), rows));
}

test('rows of JSON stay as they are, and one row is a list of one', () => {
	assert.deepEqual(rowsOf('report.json', '[{"cost":1},{"cost":2}]'), [{ cost: 1 }, { cost: 2 }]);
	assert.deepEqual(rowsOf('report.json', '{"cost":1}'), [{ cost: 1 }]);
});

test('a line with more cells than columns is refused by its row', () => {
	assert.throws(
		() => rowsOf('report.csv', 'day,cost\nMonday,1\nTuesday,1,50\n'),
		/report\.csv, row 2: Too many fields/,
	);
});
