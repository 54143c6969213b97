import { PUSH_PLATFORMS } from '../../../src/platforms/registry';
import { push } from '../../support/plans';

/** Notes and warnings of a push at noon about the version of a platform's API. */
function notes(platform: string, date: string, apiVersion?: string) {
	const target = {
		platform,
		accountId: '1',
		managerAccountId: '2',
		url: 'https://example.com',
		objects: [{ id: '1' }],
	};
	const { explanation, warnings } = push({
		target: target as never,
		date,
		nowMs: Date.parse(`${date}T12:00:00Z`),
		guards: apiVersion === undefined ? {} : { apiVersion },
	}).push;
	const own = (all: readonly { code: string; message: string }[]) =>
		all.filter(({ code }) => code.startsWith('api-version')).map(({ code, message }) => `${code}: ${message}`);
	return { explained: own(explanation), warned: own(warnings) };
}

describe('a push states until when the version of the API in use works', () => {
	test.each`
		platform          | date            | version      | explained                                                                                                | because
		${'google_ads'}   | ${'2026-11-27'} | ${undefined} | ${'api-version: Requests use version v26 of the Google Ads API, which is to end in November 2027'}       | ${'Google has planned a month'}
		${'google_ads'}   | ${'2026-07-01'} | ${'v22'}     | ${'api-version: Requests use version v22 of the Google Ads API, which is to end on 7 Oct 2026'}          | ${'the version in use counts, not that of the profile'}
		${'linkedin_ads'} | ${'2026-11-27'} | ${undefined} | ${'api-version: Requests use version 202609 of the LinkedIn Ads API, which is to end in September 2027'} | ${'versions live for a year'}
	`('$platform $version on $date: $because', ({ platform, date, version, explained }) => {
		expect(notes(platform, date, version)).toEqual({ explained: [explained], warned: [] });
	});

	test.each`
		platform        | date            | version      | warned                                                                                                                                                                                         | because
		${'google_ads'} | ${'2027-09-02'} | ${undefined} | ${"api-version-ends: Version v26 of the Google Ads API is to end in November 2027, and its requests fail from then on. Update this package, or set 'API Version' under Guards to a newer one"} | ${'60 days before the month'}
		${'google_ads'} | ${'2026-10-06'} | ${'v22'}     | ${"api-version-ends: Version v22 of the Google Ads API is to end on 7 Oct 2026, and its requests fail from then on. Update this package, or set 'API Version' under Guards to a newer one"}    | ${'the day before'}
		${'google_ads'} | ${'2026-10-07'} | ${'v22'}     | ${"api-version-ended: Version v22 of the Google Ads API ended on 7 Oct 2026: its requests fail. Update this package, or set 'API Version' under Guards to a newer one"}                        | ${'on the day requests fail'}
		${'google_ads'} | ${'2027-11-01'} | ${undefined} | ${"api-version-ended: Version v26 of the Google Ads API was to end in November 2027: its requests may fail. Update this package, or set 'API Version' under Guards to a newer one"}            | ${'the month has come'}
		${'meta_ads'}   | ${'2027-01-01'} | ${'v25.0'}   | ${"api-version-ends: Version v25.0 of the Meta Ads API is to end on 23 Feb 2027, and its requests fail from then on. Update this package, or set 'API Version' under Guards to a newer one"}   | ${'the marketing API has earlier ends than the graph'}
	`('a warning, $platform $version on $date: $because', ({ platform, date, version, warned }) => {
		expect(notes(platform, date, version)).toEqual({ explained: [], warned: [warned] });
	});

	test.each`
		platform           | date            | version      | because
		${'google_ads'}    | ${'2026-11-27'} | ${'v27'}     | ${'the end of a newer version is not known'}
		${'meta_ads'}      | ${'2026-11-27'} | ${undefined} | ${'no end is published'}
		${'microsoft_ads'} | ${'2026-11-27'} | ${undefined} | ${'no end is published'}
		${'tiktok_ads'}    | ${'2026-11-27'} | ${undefined} | ${'no end is published'}
		${'pinterest_ads'} | ${'2026-11-27'} | ${undefined} | ${'no end is published'}
		${'amazon_ads'}    | ${'2026-11-27'} | ${undefined} | ${'the URL has no version'}
		${'generic'}       | ${'2026-11-27'} | ${undefined} | ${'the interface is not known'}
	`('nothing, $platform: $because', ({ platform, date, version }) => {
		expect(notes(platform, date, version)).toEqual({ explained: [], warned: [] });
	});

	test('the versions of the profiles are in force when their sources were read', () => {
		for (const { profile } of Object.values(PUSH_PLATFORMS)) {
			const end = profile.apiEnds.value[profile.apiVersion.value ?? ''];
			if (end !== undefined) expect(`${profile.label} ${end > profile.apiVersion.date}`).toBe(`${profile.label} true`);
		}
	});
});
