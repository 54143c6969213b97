import { readFileSync } from 'node:fs';

const DOCS = new URL('../../docs/', import.meta.url);

/**
 * The table of contents that docs/README.md is, as sections of links.
 *
 * @returns [{ title, intro, links: [{ text, link, about }] }] with links as they stand there
 */
export function contents() {
	const [, ...sections] = readFileSync(new URL('README.md', DOCS), 'utf8').split(/^## /m);
	return sections.map((section) => {
		const [title, ...lines] = section.split('\n');
		const entries = lines.join('\n').split(/^- /m).slice(1);
		return {
			title,
			links: entries.flatMap((entry) => {
				const [, about = ''] = /\): ([^[]+)$/s.exec(entry.trim()) ?? [];
				return [...entry.matchAll(/\[([^\]]+)\]\(([^)]+)\)/g)].map(([, text, link]) => ({
					text,
					link,
					about: about.replace(/\s+/g, ' '),
				}));
			}),
		};
	});
}
