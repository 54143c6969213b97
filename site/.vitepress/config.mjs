import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { defineConfig } from 'vitepress';

import { contents } from './contents.mjs';
import { siteLink } from './links.mjs';

const { name, description, repository } = JSON.parse(
	readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
);
const REPOSITORY = repository.url.replace(/^git\+|\.git$/g, '');
const RAW = `${REPOSITORY.replace('github.com', 'raw.githubusercontent.com')}/main`;
const NAME = 'Budget Pacing for n8n';

/** The page that stands for a link of the table of contents; null if it leads to the repository. */
const pageOf = (link) =>
	siteLink(link, 'README.md', REPOSITORY) === link ? `/${link.replace(/README\.md/, '')}` : null;

/** The pages as Markdown with what each is about, for language models: https://llmstxt.org. */
function llmsText() {
	const sections = contents().map(({ title, links }) => {
		const lines = links.map(({ text, link, about }) => {
			const address = pageOf(link) === null ? siteLink(link, 'README.md', REPOSITORY) : `${RAW}/docs/${link}`;
			return `- [${text}](${address})${about === '' ? '' : `: ${about}`}`;
		});
		return `## ${title}\n\n${lines.join('\n')}`;
	});
	return `# ${NAME}\n\n> ${description}\n\n${sections.join('\n\n')}\n`;
}

/** Links and pictures that lead out of docs/ are shown in the repository, and braces in code stay text: they are n8n's expressions, not Vue's. */
function asInRepository(markdown) {
	markdown.core.ruler.push('as-in-repository', ({ tokens, env }) => {
		const rename = (token) => {
			if (token.type === 'code_inline' || token.type === 'code_block') token.attrSet('v-pre', '');
			for (const name of ['href', 'src']) {
				const link = token.attrGet(name);
				if (link !== null) token.attrSet(name, siteLink(link, env.relativePath, REPOSITORY));
			}
			token.children?.forEach(rename);
		};
		tokens.forEach(rename);
	});
}

export default defineConfig({
	title: NAME,
	description,
	base: `/${name}/`,
	srcDir: 'pages',
	cleanUrls: true,
	rewrites: { 'README.md': 'index.md', ':folder/README.md': ':folder/index.md' },
	markdown: { config: asInRepository },
	themeConfig: {
		search: { provider: 'local' },
		socialLinks: [{ icon: 'github', link: REPOSITORY }],
		outline: 'deep',
		sidebar: [
			...contents().map(({ title, links }) => ({
				text: title,
				items: links.flatMap(({ text, link }) => {
					const page = pageOf(link);
					return page === null ? [] : [{ text, link: page }];
				}),
			})),
			{ text: 'API of the core', link: '/api/' },
		],
	},
	buildEnd: ({ outDir }) => writeFileSync(path.join(outDir, 'llms.txt'), llmsText()),
});
