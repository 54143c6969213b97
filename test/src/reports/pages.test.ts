import { normaliseRows, UserError } from '../../../src/index';
import { BERLIN, google, huge, meta, speechless } from '../../support/reportRows';

const at = (hour: number) => google({ segments: { hour } });
const googlePage = (hour: number, nextPageToken?: string) => ({
	results: [at(hour)],
	fieldMask: 'metrics.costMicros',
	...(nextPageToken !== undefined && { nextPageToken }),
});
const metaPage = (id: string, next?: string) => ({
	data: [meta({ campaign_id: id })],
	paging: { cursors: { before: 'MAZDZD', after: 'MjMZD' }, ...(next !== undefined && { next }) },
});
const tiktokRow = (hour: number) => ({
	dimensions: { campaign_id: '1', stat_time_hour: `2026-11-22 ${String(hour).padStart(2, '0')}:00:00` },
	metrics: { spend: '1.00' },
});
const tiktokPage = (page: number, total_page: number) => ({
	code: 0,
	message: 'OK',
	data: { list: total_page === 0 ? [] : [tiktokRow(page)], page_info: { page, page_size: 1, total_page } },
});
const analyticsPage = (hours: readonly number[], rowCount: number) => ({
	dimensionHeaders: [{ name: 'dateHour' }],
	metricHeaders: [{ name: 'keyEvents' }],
	rows: hours.map((hour) => ({
		dimensionValues: [{ value: `20261122${String(hour).padStart(2, '0')}` }],
		metricValues: [{ value: '1' }],
	})),
	rowCount,
	metadata: { timeZone: 'Europe/Berlin' },
});
const linkedinPage = (links: readonly object[], rows = 1) => ({
	elements: Array.from({ length: rows }, (_, campaign) => ({
		dateRange: { start: { year: 2026, month: 11, day: 22 }, end: { year: 2026, month: 11, day: 22 } },
		pivotValues: [`urn:li:sponsoredCampaign:${campaign + 1}`],
		costInLocalCurrency: '1.00',
	})),
	paging: { start: 0, count: 10, links },
});
const NEXT = 'https://graph.facebook.com/v25.0/act_1/insights?after=MjMZD';

describe('a report that is cut off is an error', () => {
	test.each`
		items                                                           | label                 | because
		${[metaPage('1', NEXT)]}                                        | ${'Meta Ads'}         | ${'the only page names a next one'}
		${[metaPage('1', NEXT), metaPage('2', NEXT)]}                   | ${'Meta Ads'}         | ${'reading stopped at the second page'}
		${[[metaPage('1', NEXT)]]}                                      | ${'Meta Ads'}         | ${'the response is in a list'}
		${[{ body: metaPage('1', NEXT), statusCode: 200 }]}             | ${'Meta Ads'}         | ${'the response comes with its headers'}
		${[googlePage(9, 'token')]}                                     | ${'Google Ads'}       | ${'the only page has a token for the next'}
		${[{ fieldMask: 'metrics.costMicros', nextPageToken: 'more' }]} | ${'Google Ads'}       | ${'the first page is empty, the next may not be'}
		${[tiktokPage(1, 2)]}                                           | ${'TikTok Ads'}       | ${'it is page 1 of 2'}
		${[tiktokPage(2, 2)]}                                           | ${'TikTok Ads'}       | ${'page 1 is missing'}
		${[tiktokPage(1, 3), tiktokPage(3, 3)]}                         | ${'TikTok Ads'}       | ${'page 2 is missing'}
		${[tiktokPage(1, 2), tiktokPage(1, 1)]}                         | ${'TikTok Ads'}       | ${'the second is the whole of another report'}
		${[analyticsPage([9, 10], 5)]}                                  | ${'Google Analytics'} | ${'it has 2 of 5 rows'}
		${[analyticsPage([9, 10], 5), analyticsPage([11, 12], 5)]}      | ${'Google Analytics'} | ${'together they have 4 of 5 rows'}
		${[analyticsPage([9, 10], 3), analyticsPage([11], 1)]}          | ${'Google Analytics'} | ${'the second is the whole of another report'}
		${[linkedinPage([{ rel: 'next', href: '/adAnalytics' }])]}      | ${'LinkedIn Ads'}     | ${'it links to a next page'}
		${[linkedinPage([{ rel: 'next' }]), linkedinPage([])]}          | ${'LinkedIn Ads'}     | ${'no page can follow, only another report'}
		${[linkedinPage([], 15_000)]}                                   | ${'LinkedIn Ads'}     | ${'LinkedIn returns at most 15,000 rows'}
	`('$label: $because', ({ items, label }) => {
		expect(() => normaliseRows(items, { budget: BERLIN })).toThrow(
			expect.objectContaining({ message: expect.stringMatching(`^The report of ${label} is cut off`) as string }),
		);
	});

	test.each`
		items                              | message                            | remedy
		${metaPage('1', NEXT)}             | ${/Pagination.*HTTP Request node/} | ${/Next URL is \{\{ \$response\.body\.paging\?\.next \}\}/}
		${googlePage(9, 't')}              | ${/Pagination.*HTTP Request node/} | ${/pageToken.*\{\{ \$response\.body\.nextPageToken \}\}/}
		${tiktokPage(1, 2)}                | ${/Pagination.*HTTP Request node/} | ${/\{\{ \$pageCount \+ 1 \}\}/}
		${analyticsPage([9], 2)}           | ${/Return All|limit/}              | ${/limit/}
		${linkedinPage([{ rel: 'next' }])} | ${/fewer campaigns or days/}       | ${/no pages/}
	`('the error names the setting that reads all pages', ({ items, message, remedy }) => {
		expect(() => normaliseRows([items], { budget: BERLIN })).toThrow(
			expect.objectContaining({
				message: expect.stringMatching(message) as string,
				description: expect.stringMatching(remedy) as string,
			}),
		);
	});
});

describe('what a response says of its pages can be anything', () => {
	test.each([speechless, {}, [], Symbol('1'), NaN, -1, 'x', '', null, huge])(
		'page and number of pages are %p',
		(value) => {
			const page = {
				...tiktokPage(1, 1),
				data: { list: [tiktokRow(9)], page_info: { page: value, total_page: value } },
			};
			expect(() => {
				try {
					normaliseRows([page, { ...analyticsPage([9], 1), rowCount: value }], { budget: BERLIN });
				} catch (error) {
					expect(error).toBeInstanceOf(UserError);
				}
			}).not.toThrow();
			const next = { data: [meta({})], paging: { next: value } };
			const read = () => normaliseRows([next], { budget: BERLIN });
			if (value === '' || value === null) expect(read().windows).toHaveLength(1);
			else expect(read).toThrow(/cut off/);
		},
	);
});

describe('a report that is whole is read', () => {
	test.each`
		items                                                                      | windows | because
		${[metaPage('1')]}                                                         | ${1}    | ${'a cursor without a next page is no next page'}
		${[metaPage('1', NEXT), metaPage('2')]}                                    | ${2}    | ${'the last page has no next one'}
		${[metaPage('1', NEXT), metaPage('2'), metaPage('3')]}                     | ${3}    | ${'two reports follow each other'}
		${[googlePage(9, 'token'), googlePage(10)]}                                | ${2}    | ${'the last page has no token'}
		${[googlePage(9, '')]}                                                     | ${1}    | ${'an empty token is none'}
		${[tiktokPage(1, 2), tiktokPage(2, 2)]}                                    | ${2}    | ${'both pages are there'}
		${[tiktokPage(1, 0)]}                                                      | ${0}    | ${'it has no rows and no pages'}
		${[analyticsPage([9, 10], 3), analyticsPage([11], 3)]}                     | ${3}    | ${'the rows of both pages add up'}
		${[analyticsPage([9], 1), analyticsPage([10], 2), analyticsPage([11], 2)]} | ${3}    | ${'the second report has two pages'}
		${[linkedinPage([])]}                                                      | ${1}    | ${'it links to nothing'}
	`('$because', ({ items, windows }) => {
		const read = normaliseRows(items, { budget: BERLIN });
		expect(read.rejected).toEqual([]);
		expect(read.windows).toHaveLength(windows);
	});
});
