import path from 'node:path';

/** Whether a link of a page under docs/ leads out of docs/, to a file of the repository. */
const leadsOut = (target) => target.startsWith('../');

/**
 * Where a link of a page leads on the site: a file outside docs/, or a folder, is shown in the repository.
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
	return `${repository}/${isFolder ? 'tree' : 'blob'}/main/${inRepository}${anchor === undefined ? '' : `#${anchor}`}`;
}
