import assert from 'node:assert/strict';
import { test } from 'node:test';

import { contents } from '../../site/.vitepress/contents.mjs';
import { siteLink } from '../../site/.vitepress/links.mjs';

const REPOSITORY = 'https://example.com/repo';

for (const { link, page, address, because } of [
	{ link: 'guide/alerts.md', page: 'README.md', address: 'guide/alerts.md', because: 'the site has the page' },
	{
		link: '../reference/formats.md#dates',
		page: 'guide/a.md',
		address: '../reference/formats.md#dates',
		because: 'the page stands in another folder of docs/',
	},
	{
		link: '../README.md#try-it',
		page: 'README.md',
		address: `${REPOSITORY}/blob/main/README.md#try-it`,
		because: 'the README stands outside docs/',
	},
	{
		link: '../../workflows/try-it.json',
		page: 'guide/workflows.md',
		address: `${REPOSITORY}/blob/main/workflows/try-it.json`,
		because: 'workflows stand outside docs/',
	},
	{
		link: '../bench/results/full.svg',
		page: 'numbers.md',
		address: `${REPOSITORY}/blob/main/bench/results/full.svg?raw=true`,
		because: 'the page of a picture in the repository is no picture',
	},
	{
		link: 'decisions',
		page: 'README.md',
		address: `${REPOSITORY}/tree/main/docs/decisions`,
		because: 'it is a folder',
	},
	{
		link: 'https://n8n.io',
		page: 'README.md',
		address: 'https://n8n.io',
		because: 'it is the address of another site',
	},
	{ link: '#alerts', page: 'guide/a.md', address: '#alerts', because: 'it is a heading of the page itself' },
]) {
	test(`on the site, ${link} of ${page} is ${address}: ${because}`, () => {
		assert.equal(siteLink(link, page, REPOSITORY), address);
	});
}

test('the table of contents of the site is that of docs/README.md', () => {
	const sections = contents();
	assert.deepEqual(
		sections.map(({ title }) => title),
		['Guide', 'Reference', 'Methods', 'Development'],
	);
	const links = sections.flatMap((section) => section.links);
	assert.ok(links.length > 25);
	assert.deepEqual(
		links.find(({ text }) => text === 'Many clients'),
		{
			text: 'Many clients',
			link: 'guide/many-clients.md',
			about: 'one sheet, one workflow, one message an hour, one page',
		},
	);
	assert.ok(links.some(({ link }) => link === 'reference/nodes/confirm-push.md'));
});
