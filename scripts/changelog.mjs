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

/** The entry of one version; undefined if the changelog has none or it has no date. */
export const changesIn = (changelog, version) =>
	sectionsOf(changelog).find((section) => section.version === version && section.date !== undefined)?.text;

/** The entry of the next version; empty if there is nothing yet. */
export const unreleasedChanges = (changelog) =>
	sectionsOf(changelog).find(({ version }) => version === UNRELEASED)?.text ?? '';

/** The changelog after a release: the Unreleased entry gets the version and a date, and Unreleased is empty. */
export const released = (changelog, version, date) =>
	changelog.replace(`## [${UNRELEASED}]\n`, `## [${UNRELEASED}]\n\n## [${version}] - ${date}\n`);
