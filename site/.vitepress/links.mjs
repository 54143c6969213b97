import path from 'node:path';

/** GitHub shows a file within a page of its own unless it is asked for the picture alone. */
const PICTURE = /\.(png|svg)$/;

/** Whether a link of a page under docs/ leads out of docs/, to a file of the repository. */
const leadsOut = (target) => target.startsWith('../');

/**
 * Where a link of a page leads on the site: a file outside docs/, or a folder, is shown in the repository, and a picture comes from there.
 *
 * @param link as it stands on the page
 * @param page its path in docs/
 */
export function siteLink(link, page, repository) {
	if (/^[a-z]+:|^#/.test(link)) return link;
	const [file, anchor] = link.split('#');
	const target = path.posix.join(path.posix.dirname(page), file);
	const isFolder = path.posix.extname(target) === '';
	if (!leadsOut(target) && !isFolder) return link;
	const inRepository = path.posix.join('docs', target);
	const end = PICTURE.test(target) ? '?raw=true' : anchor === undefined ? '' : `#${anchor}`;
	return `${repository}/${isFolder ? 'tree' : 'blob'}/main/${inRepository}${end}`;
}
