import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

import { LAYERS } from '../../lint/layers.mjs';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FENCED = /^(```|~~~)[^]*?^\1/gm;
/** Markdown links and images, and the src, srcset and href of HTML. */
const LINKS = /\]\(([^()\s]+(?:\([^()]*\))?)\)|\b(?:src|srcset|href)="([^"]+)"/g;

const read = (file) => readFileSync(path.join(ROOT, file), 'utf8');
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
	cwd: ROOT,
	encoding: 'utf8',
})
	.split('\n')
	.filter((file) => file !== '' && existsSync(path.join(ROOT, file)));

/** The anchors that GitHub gives to the headings of a page. */
function anchorsOf(markdown) {
	const headings = [...markdown.replace(FENCED, '').matchAll(/^#+ +(.+)$/gm)].map(([, title]) => title);
	return headings.map((title) =>
		title
			.toLowerCase()
			.replace(/[^\p{L}\p{N}\s_-]/gu, '')
			.replace(/\s/g, '-'),
	);
}

/** Relative links of a page whose file or heading does not exist. */
function brokenLinks(page, markdown, pages) {
	const links = [...markdown.replace(FENCED, '').matchAll(LINKS)].map(([, link, source]) => link ?? source);
	return links.filter((link) => {
		if (/^[a-z]+:/.test(link)) return false;
		const [file, anchor] = link.split('#');
		const target = file === '' ? page : path.posix.join(path.posix.dirname(page), decodeURI(file));
		const text = pages(target);
		return text === undefined || (anchor !== undefined && !anchorsOf(text).includes(anchor));
	});
}

const PAGES = { 'docs/a.md': '# The Day\n', 'docs/guide/b.md': '# Hours & caps\n' };
for (const { link, broken, because } of [
	{ link: '[a](a.md)', broken: false, because: 'the page is beside it' },
	{ link: '[b](guide/b.md#hours--caps)', broken: false, because: 'GitHub drops the sign and keeps both spaces' },
	{ link: '[own](#the-day)', broken: false, because: 'the heading is on the page itself' },
	{ link: '[web](https://example.com/gone.md)', broken: false, because: 'the network is not asked' },
	{ link: '```\n[c](c.md)\n```', broken: false, because: 'it stands in a code fence' },
	{ link: '[c](c.md)', broken: true, because: 'there is no such page' },
	{ link: '![c](images/c.png)', broken: true, because: 'there is no such picture' },
	{ link: '[b](guide/b.md#hours)', broken: true, because: 'there is no such heading' },
]) {
	test(`${JSON.stringify(link)} is ${broken ? 'broken' : 'sound'}: ${because}`, () => {
		assert.equal(brokenLinks('docs/a.md', link + '\n', (file) => PAGES[file]).length, broken ? 1 : 0);
	});
}

test('every relative link leads to a file and a heading', () => {
	const target = (file) => (existsSync(path.join(ROOT, file)) ? (file.endsWith('.md') ? read(file) : '') : undefined);
	const pages = files.filter((file) => file.endsWith('.md'));
	assert.ok(pages.length > 20);
	const broken = pages.flatMap((page) => brokenLinks(page, read(page), target).map((link) => `${page}: ${link}`));
	assert.deepEqual(broken, []);
});

test('the README begins with a workflow to paste, by the address of its file in the repository', () => {
	const [, first] = read('README.md').split(/^## /m);
	const [, address] = /```\n\s*(\S+)\n\s*```/.exec(first);
	const { url } = JSON.parse(read('package.json')).repository;
	const repository = url.replace(/^git\+|\.git$/g, '').replace('github.com', 'raw.githubusercontent.com');
	assert.equal(address, `${repository}/main/workflows/try-it.json`);
	assert.ok(existsSync(path.join(ROOT, 'workflows/try-it.json')));
});

test('every page of docs/ that code, workflows and node panels name exists', () => {
	const sources = files.filter((file) => /\.(ts|m?js|json|ya?ml)$/.test(file) && file !== 'test/docs/docs.test.mjs');
	const missing = sources.flatMap((file) =>
		[...read(file).matchAll(/\bdocs\/[\w/-]+\.md\b/g)]
			.filter(([page]) => !existsSync(path.join(ROOT, page)))
			.map(([page]) => `${file}: ${page}`),
	);
	assert.deepEqual(missing, []);
});

test('the design page lists the layers of the core in their order', () => {
	const [, table] = read('docs/development/design.md').split('## Layers');
	assert.deepEqual(
		[...table.split('\n## ')[0].matchAll(/^\| `(\w+)` \|/gm)].map(([, layer]) => layer),
		LAYERS,
	);
});

test('node pages list parameters by their labels on the screen, and all of them', () => {
	const screens = files
		.filter((file) => /^nodes\/.+\.ts$/.test(file))
		.map(read)
		.join('\n');
	const isLabel = (text) => [`'${text}'`, `"${text}"`].some((quoted) => screens.includes(quoted));
	const pages = files.filter((file) => file.startsWith('docs/reference/nodes/')).map(read);
	const cells = pages
		.flatMap((page) => [...page.split('## Parameters')[1].matchAll(/^\| on the screen .+\n(\|.+\n)+/gm)])
		.flatMap(([table]) => [...table.matchAll(/^\| (?!on the|---)(.+?) \|/gm)].map(([, cell]) => cell));
	const labels = cells.flatMap((cell) =>
		isLabel(cell) ? [cell] : cell.replace(/ \((?!%|Hours|Days).+?\)/, '').split(/, |: /),
	);
	assert.deepEqual(
		labels.filter((label) => !isLabel(label)),
		[],
	);
	const shown = [...screens.matchAll(/displayName: (['"])(.+?)\1/g)].map(([, , label]) => label);
	assert.ok(shown.length > 60);
	assert.deepEqual(
		shown.filter((label) => !pages.some((page) => page.includes(label))),
		[],
	);
});
