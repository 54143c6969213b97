import assert from 'node:assert/strict';
import { test } from 'node:test';

import { agedFigures, endingVersions, newerMinor } from '../../scripts/platformAges.mjs';

const NOW_MS = Date.UTC(2027, 2, 1);
const figure = (value, date, source = 'https://example.com/limits') => ({ value, source, date });

for (const { because, figures, aged } of [
	{
		because: 'ninety days after its month a figure is read again',
		figures: { ratchet: figure(true, '2026-10') },
		aged: ['ratchet'],
	},
	{ because: 'a figure of last month is fresh', figures: { ratchet: figure(true, '2027-02') }, aged: [] },
	{
		because: 'a choice of this package has no source',
		figures: { cap: figure(2, '2020-01', 'chosen by this package') },
		aged: [],
	},
	{ because: 'what is no figure has no age', figures: { levels: ['budget'], currencies: null }, aged: [] },
]) {
	test(`figures that have aged: ${because}`, () => {
		const found = agedFigures({ label: 'Sample Ads', ...figures }, NOW_MS);
		assert.equal(found.length, aged.length);
		aged.forEach((name, position) => assert.match(found[position], new RegExp(`Sample Ads: \`${name}\``)));
	});
}

for (const { because, ends, count } of [
	{ because: 'it ends in a month', ends: { v1: '2027-04-01' }, count: 1 },
	{ because: 'it has ended', ends: { v1: '2027-01' }, count: 1 },
	{ because: 'it works for another year', ends: { v1: '2028-03' }, count: 0 },
	{ because: 'its end is not known', ends: {}, count: 0 },
]) {
	test(`the version in use: ${because}`, () => {
		const profile = { label: 'Sample Ads', apiVersion: figure('v1', '2027-02'), apiEnds: figure(ends, '2027-02') };
		assert.equal(endingVersions(profile, NOW_MS).length, count);
	});
}

for (const { newest, tested, count } of [
	{ newest: '2.42.0', tested: '2.41.1', count: 1 },
	{ newest: '3.0.0', tested: '2.41.1', count: 1 },
	{ newest: '2.41.9', tested: '2.41.1', count: 0 },
	{ newest: '2.9.0', tested: '2.41.1', count: 0 },
]) {
	test(`n8n ${newest} beside ${tested}`, () => assert.equal(newerMinor(newest, tested).length, count));
}
