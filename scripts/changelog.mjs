const HEADING = /^## \[(?<version>[^\]]+)\](?: - (?<date>\d{4}-\d{2}-\d{2}))?$/gm;

const UNRELEASED = 'Unreleased';

/** The versions of a changelog, newest first, each with its date (undefined for Unreleased) and its text without the heading. */
function sectionsOf(changelog) {
	const headings = [...changelog.matchAll(HEADING)];
	return headings.map(({ 0: heading, index, groups }, position) => ({
		...groups,
		text: changelog.slice(index + heading.length, headings[position + 1]?.index).trim(),
	}));
}

/** What changed in one version, or undefined if the changelog does not have it or has no date for it. */
export const changesIn = (changelog, version) =>
	sectionsOf(changelog).find((section) => section.version === version && section.date !== undefined)?.text;

/** What the next version changes: empty if nothing is noted yet. */
export const unreleasedChanges = (changelog) =>
	sectionsOf(changelog).find(({ version }) => version === UNRELEASED)?.text ?? '';

/** The changelog after a release: what was Unreleased has a version and a date, and Unreleased is empty. */
export const released = (changelog, version, date) =>
	changelog.replace(`## [${UNRELEASED}]\n`, `## [${UNRELEASED}]\n\n## [${version}] - ${date}\n`);
