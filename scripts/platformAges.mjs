const DAY_MS = 86_400_000;

/** Days after which the page of a figure is read again. */
const MAX_AGE_DAYS = 90;

/** Days before the end of an API's version from which on it is time to move on. */
const NOTICE_DAYS = 90;

/** Figures that have no source to read again. */
const OWN = 'chosen by this package';

/** The first instant after a month such as 2026-11. */
function monthEndMs(month) {
	const [year, number] = month.split('-').map(Number);
	return Date.UTC(year, number, 1);
}

/** Figures of a platform's profile whose source was read more than ninety days ago, by the page that they are on. */
export function agedFigures({ label, ...figures }, nowMs) {
	const aged = Object.entries(figures).filter(
		([, figure]) =>
			figure?.date !== undefined && figure.source !== OWN && nowMs - monthEndMs(figure.date) > MAX_AGE_DAYS * DAY_MS,
	);
	return aged.map(([name, { source, date }]) => `${label}: \`${name}\` was read in ${date}: ${source}`);
}

/** Whether the version of a platform's API in use ends within ninety days, or has ended. */
export function endingVersions({ label, apiVersion, apiEnds }, nowMs) {
	const end = apiEnds.value[apiVersion.value];
	if (end === undefined) return [];
	const endMs = Date.parse(end);
	return endMs - nowMs > NOTICE_DAYS * DAY_MS
		? []
		: [`${label}: version ${apiVersion.value} of its API ends ${end}: ${apiEnds.source}`];
}

/** Whether n8n has a newer minor version than the one of the tests. */
export function newerMinor(newest, tested) {
	const [major, minor] = newest.split('.').map(Number);
	const [testedMajor, testedMinor] = tested.split('.').map(Number);
	const isNewer = major > testedMajor || (major === testedMajor && minor > testedMinor);
	return isNewer ? [`n8n ${newest} is out; the tests run in ${tested}`] : [];
}
