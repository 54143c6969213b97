import fc from 'fast-check';

import { PLATFORMS, PUSH_PLATFORMS, type Platform } from '../../../src/platforms/registry';
import { readingOf } from '../../../src/push/readingOf';
import { dryRunId } from '../../../src/records/pushId';

const read = (platform: Platform, statusCode: number, body?: unknown, pushId = 'p') =>
	readingOf({ pushId, statusCode, body }, PUSH_PLATFORMS[platform]);

const googleError = (errorCode: object, message: string, index = 0, more: object = {}) => ({
	errorCode,
	message,
	location: { fieldPathElements: [{ fieldName: 'operations', index }, { fieldName: 'update' }] },
	...more,
});

const googleFailure = (status: number, ...errors: object[]) => ({
	error: { code: status, message: 'Request contains an invalid argument.', status: 'X', details: [{ errors }] },
});

const googlePartial = (results: readonly object[], ...errors: object[]) => ({
	results,
	partialFailureError: { code: 3, message: 'Multiple errors', details: [{ errors }] },
});

const BUDGET_ERROR = googleError({ campaignBudgetError: 'MONEY_AMOUNT_TOO_LARGE' }, 'The amount is too large.');
const QUOTA_ERROR = googleError({ quotaError: 'RESOURCE_EXHAUSTED' }, 'Too many requests.', 0, {
	details: { quotaErrorDetails: { retryDelay: '30s' } },
});

describe('an answer is read as its platform means it', () => {
	test.each`
		platform           | status | body                                                                                                                                                                | code                | words                                                  | because
		${'google_ads'}    | ${200} | ${{ results: [{ resourceName: 'customers/1/campaignBudgets/222' }] }}                                                                                               | ${'accepted'}       | ${''}                                                  | ${'the resource that was changed'}
		${'google_ads'}    | ${200} | ${googlePartial([{}], BUDGET_ERROR)}                                                                                                                                | ${'refused'}        | ${'The amount is too large. (MONEY_AMOUNT_TOO_LARGE)'} | ${'status 200, and the only operation failed'}
		${'google_ads'}    | ${200} | ${googlePartial([], BUDGET_ERROR)}                                                                                                                                  | ${'refused'}        | ${/too large/}                                         | ${'no results at all'}
		${'google_ads'}    | ${200} | ${googlePartial([{ resourceName: 'a' }, {}], googleError({ criterionError: 'X' }, 'No.', 1))}                                                                       | ${'partly-applied'} | ${'No. (X)'}                                           | ${'one of two operations failed'}
		${'google_ads'}    | ${200} | ${googlePartial([{}, {}], googleError({ a: 'X' }, 'No.', 0), googleError({ a: 'X' }, 'No.', 1))}                                                                    | ${'refused'}        | ${'No. (X)'}                                           | ${'both failed for one reason'}
		${'google_ads'}    | ${200} | ${googlePartial([{}], googleError({ databaseError: 'CONCURRENT_MODIFICATION' }, 'Try again.'))}                                                                     | ${'server-error'}   | ${/Try again/}                                         | ${'it passes by itself'}
		${'google_ads'}    | ${200} | ${{ results: [{}], partialFailureError: { code: 3, message: 'Failed' } }}                                                                                           | ${'refused'}        | ${'Failed'}                                            | ${'without details'}
		${'google_ads'}    | ${400} | ${googleFailure(400, BUDGET_ERROR)}                                                                                                                                 | ${'refused'}        | ${/too large/}                                         | ${'an error of the whole request'}
		${'google_ads'}    | ${400} | ${[googleFailure(400, BUDGET_ERROR)]}                                                                                                                               | ${'refused'}        | ${/too large/}                                         | ${'a stream answers a list'}
		${'google_ads'}    | ${429} | ${googleFailure(429, QUOTA_ERROR)}                                                                                                                                  | ${'rate-limited'}   | ${/Too many requests/}                                 | ${'the quota is used up'}
		${'google_ads'}    | ${500} | ${googleFailure(500, googleError({ internalError: 'TRANSIENT_ERROR' }, 'Internal.'))}                                                                               | ${'server-error'}   | ${/Internal/}                                          | ${'it passes by itself'}
		${'google_ads'}    | ${401} | ${{ error: { code: 401, message: 'Invalid credentials', status: 'UNAUTHENTICATED' } }}                                                                              | ${'refused'}        | ${'Invalid credentials'}                               | ${'a credential to correct'}
		${'google_ads'}    | ${503} | ${'<html>Service Unavailable</html>'}                                                                                                                               | ${'server-error'}   | ${/Unavailable/}                                       | ${'a page of a proxy'}
		${'meta_ads'}      | ${200} | ${{ success: true }}                                                                                                                                                | ${'accepted'}       | ${''}                                                  | ${'an update'}
		${'meta_ads'}      | ${200} | ${{ success: false }}                                                                                                                                               | ${'refused'}        | ${''}                                                  | ${'it says so'}
		${'meta_ads'}      | ${400} | ${{ error: { message: '(#613) Calls to this api have exceeded the rate limit.', code: 613, error_subcode: 1487632 } }}                                              | ${'rate-limited'}   | ${/613/}                                               | ${'four edits an hour, answered with 400'}
		${'meta_ads'}      | ${400} | ${{ error: { message: 'x', code: 17 } }}                                                                                                                            | ${'rate-limited'}   | ${/17/}                                                | ${'calls of the user'}
		${'meta_ads'}      | ${400} | ${{ error: { message: 'x', code: 80004 } }}                                                                                                                         | ${'rate-limited'}   | ${/80004/}                                             | ${'calls of ads management'}
		${'meta_ads'}      | ${500} | ${{ error: { message: 'An unknown error occurred', code: 1 } }}                                                                                                     | ${'server-error'}   | ${/unknown error/}                                     | ${'a fault of Meta'}
		${'meta_ads'}      | ${400} | ${{ error: { message: 'x', code: 2, is_transient: true } }}                                                                                                         | ${'server-error'}   | ${'x (error 2)'}                                       | ${'a fault that passes, answered with 400'}
		${'meta_ads'}      | ${400} | ${{ error: { message: 'Invalid parameter', code: 100, error_user_msg: 'Your budget is too low.' } }}                                                                | ${'refused'}        | ${'Your budget is too low. (error 100)'}               | ${'the words meant for people'}
		${'meta_ads'}      | ${200} | ${{ error: { message: 'Invalid parameter', code: 100 } }}                                                                                                           | ${'refused'}        | ${/Invalid/}                                           | ${'an error is one whatever the status'}
		${'tiktok_ads'}    | ${200} | ${{ code: 0, message: 'OK', data: {} }}                                                                                                                             | ${'accepted'}       | ${''}                                                  | ${'0 is done'}
		${'tiktok_ads'}    | ${200} | ${{ code: 40002, message: 'budget: must be greater than 50' }}                                                                                                      | ${'refused'}        | ${'budget: must be greater than 50 (code 40002)'}      | ${'errors come with 200'}
		${'tiktok_ads'}    | ${200} | ${{ code: 40100, message: 'Requests made too frequently' }}                                                                                                         | ${'rate-limited'}   | ${/too frequently/}                                    | ${'too many requests, with 200'}
		${'tiktok_ads'}    | ${200} | ${{ code: 50000, message: 'System error' }}                                                                                                                         | ${'server-error'}   | ${/System error/}                                      | ${'a fault of TikTok'}
		${'tiktok_ads'}    | ${200} | ${{ code: 20001, message: 'Partially successful' }}                                                                                                                 | ${'partly-applied'} | ${/Partially/}                                         | ${'some of several'}
		${'tiktok_ads'}    | ${502} | ${'Bad Gateway'}                                                                                                                                                    | ${'server-error'}   | ${'Bad Gateway'}                                       | ${'a page of a proxy'}
		${'microsoft_ads'} | ${200} | ${{ PartialErrors: [] }}                                                                                                                                            | ${'accepted'}       | ${''}                                                  | ${'nothing failed'}
		${'microsoft_ads'} | ${200} | ${{ PartialErrors: null }}                                                                                                                                          | ${'accepted'}       | ${''}                                                  | ${'nothing failed'}
		${'microsoft_ads'} | ${200} | ${{ PartialErrors: [{ Code: 1159, ErrorCode: 'CampaignBudgetAmountIsBelowMinimum', Message: 'Too low.', Index: 0 }] }}                                              | ${'refused'}        | ${'Too low. (CampaignBudgetAmountIsBelowMinimum)'}     | ${'status 200, and the object failed'}
		${'microsoft_ads'} | ${429} | ${{ Errors: [{ Code: 117, ErrorCode: 'CallRateExceeded', Message: 'Slow down.' }] }}                                                                                | ${'rate-limited'}   | ${/Slow down/}                                         | ${'too many requests'}
		${'microsoft_ads'} | ${400} | ${{ OperationErrors: [{ Code: 100, Message: 'Null request.' }] }}                                                                                                   | ${'refused'}        | ${'Null request.'}                                     | ${'an error of the whole request'}
		${'amazon_ads'}    | ${207} | ${{ campaigns: { success: [{ campaignId: '1', index: 0 }], error: [] } }}                                                                                           | ${'accepted'}       | ${''}                                                  | ${'in the list of successes'}
		${'amazon_ads'}    | ${207} | ${{ campaigns: { success: [], error: [{ index: 0, errors: [{ errorType: 'budgetError', errorValue: { budgetError: { reason: 'R', message: 'Too low.' } } }] }] } }} | ${'refused'}        | ${'Too low.'}                                          | ${'207, and in the list of errors'}
		${'amazon_ads'}    | ${207} | ${{ campaigns: { success: [{ index: 1 }], error: [{ index: 0, errors: [{ errorType: 'budgetError' }] }] } }}                                                        | ${'partly-applied'} | ${'budgetError'}                                       | ${'one of two'}
		${'amazon_ads'}    | ${429} | ${{ code: '429', details: 'Too Many Requests' }}                                                                                                                    | ${'rate-limited'}   | ${'Too Many Requests'}                                 | ${'too many requests'}
		${'linkedin_ads'}  | ${204} | ${undefined}                                                                                                                                                        | ${'accepted'}       | ${''}                                                  | ${'done, without a body'}
		${'linkedin_ads'}  | ${422} | ${{ message: 'dailyBudget is below the minimum', status: 422, serviceErrorCode: 100 }}                                                                              | ${'refused'}        | ${'dailyBudget is below the minimum'}                  | ${'its message'}
		${'pinterest_ads'} | ${200} | ${{ items: [{ data: { id: '1' }, exceptions: [] }] }}                                                                                                               | ${'accepted'}       | ${''}                                                  | ${'no exceptions'}
		${'pinterest_ads'} | ${200} | ${{ items: [{ data: {}, exceptions: [{ code: 2, message: 'Cap too low' }] }] }}                                                                                     | ${'refused'}        | ${'Cap too low'}                                       | ${'status 200, and the object failed'}
		${'pinterest_ads'} | ${429} | ${{ code: 8, message: 'This request exceeded a rate limit.' }}                                                                                                      | ${'rate-limited'}   | ${/rate limit/}                                        | ${'too many requests'}
		${'generic'}       | ${201} | ${{ ok: true }}                                                                                                                                                     | ${'accepted'}       | ${''}                                                  | ${'any 2xx'}
		${'generic'}       | ${404} | ${{ error: { message: 'No such budget' } }}                                                                                                                         | ${'refused'}        | ${'No such budget'}                                    | ${'its words, wherever they are'}
		${'generic'}       | ${302} | ${'<html>Sign in</html>'}                                                                                                                                           | ${'refused'}        | ${/Sign in/}                                           | ${'a page to sign in is no success'}
	`('$platform, $status: $code, because $because', ({ platform, status, body, code, words }) => {
		const reading = read(platform, status, body);
		expect(reading.code).toBe(code);
		if (words instanceof RegExp) expect(reading.words).toMatch(words);
		else expect(reading.words).toBe(words);
	});

	test.each`
		platform           | body                                                                | code              | words                       | because
		${'google_ads'}    | ${googleFailure(400, BUDGET_ERROR)}                                 | ${'refused'}      | ${/MONEY_AMOUNT_TOO_LARGE/} | ${'an error of the whole request'}
		${'google_ads'}    | ${googlePartial([{}], QUOTA_ERROR)}                                 | ${'rate-limited'} | ${/RESOURCE_EXHAUSTED/}     | ${'the only operation failed'}
		${'google_ads'}    | ${{ results: [{ resourceName: 'a' }] }}                             | ${'accepted'}     | ${/^$/}                     | ${'a success'}
		${'meta_ads'}      | ${{ error: { message: 'Too low', code: 100 } }}                     | ${'refused'}      | ${'Too low (error 100)'}    | ${'an error'}
		${'meta_ads'}      | ${{ success: false }}                                               | ${'refused'}      | ${/^$/}                     | ${'it says so'}
		${'meta_ads'}      | ${{ success: true }}                                                | ${'accepted'}     | ${/^$/}                     | ${'a success'}
		${'microsoft_ads'} | ${{ PartialErrors: [{ Code: 1, ErrorCode: 'X', Message: 'No.' }] }} | ${'refused'}      | ${'No. (X)'}                | ${'the object failed'}
		${'microsoft_ads'} | ${{ PartialErrors: [] }}                                            | ${'accepted'}     | ${/^$/}                     | ${'a success'}
		${'tiktok_ads'}    | ${{ code: 40002, message: 'Too low' }}                              | ${'refused'}      | ${'Too low (code 40002)'}   | ${'an error'}
		${'tiktok_ads'}    | ${{ code: 0, message: 'OK' }}                                       | ${'accepted'}     | ${/^$/}                     | ${'a success'}
		${'amazon_ads'}    | ${{ campaigns: { error: [{ errors: [{ errorType: 'E' }] }] } }}     | ${'refused'}      | ${'E'}                      | ${'in the list of errors'}
		${'amazon_ads'}    | ${{ campaigns: { success: [{ index: 0 }] } }}                       | ${'accepted'}     | ${/^$/}                     | ${'a success'}
		${'pinterest_ads'} | ${{ items: [{ exceptions: [{ message: 'Too low' }] }] }}            | ${'refused'}      | ${'Too low'}                | ${'the object failed'}
		${'pinterest_ads'} | ${{ items: [{ data: { id: '1' }, exceptions: [] }] }}               | ${'accepted'}     | ${/^$/}                     | ${'a success'}
	`('$platform, JSON that came as text: $code, because $because', ({ platform, body, code, words }) => {
		for (const text of [JSON.stringify(body), `\ufeff${JSON.stringify(body, null, 2)}\n`]) {
			const reading = read(platform, 200, text);
			expect(reading).toEqual(read(platform, 200, body));
			expect(reading.code).toBe(code);
			if (words instanceof RegExp) expect(reading.words).toMatch(words);
			else expect(reading.words).toBe(words);
		}
	});

	test.each`
		platform           | status | body                                            | because
		${'google_ads'}    | ${200} | ${{}}                                           | ${'only a dry run is answered with nothing'}
		${'google_ads'}    | ${200} | ${{ results: [] }}                              | ${'no operation has a result'}
		${'google_ads'}    | ${200} | ${[]}                                           | ${'a list of nothing'}
		${'google_ads'}    | ${204} | ${undefined}                                    | ${'Google answers with a body'}
		${'meta_ads'}      | ${200} | ${{}}                                           | ${'no success'}
		${'meta_ads'}      | ${200} | ${{ id: '6012' }}                               | ${'the object was read with GET'}
		${'meta_ads'}      | ${200} | ${{ success: 'maybe' }}                         | ${'neither true nor false'}
		${'meta_ads'}      | ${204} | ${undefined}                                    | ${'Meta answers with a body'}
		${'tiktok_ads'}    | ${200} | ${{}}                                           | ${'an answer of TikTok always has a code'}
		${'microsoft_ads'} | ${200} | ${{}}                                           | ${'without the list of errors'}
		${'microsoft_ads'} | ${200} | ${{ PartialErrors: 'none' }}                    | ${'not a list'}
		${'microsoft_ads'} | ${200} | ${{ Campaigns: [{ Id: '1' }] }}                 | ${'campaigns that were read'}
		${'amazon_ads'}    | ${207} | ${{ campaigns: { success: [], error: [] } }}    | ${'no campaign is in a list'}
		${'amazon_ads'}    | ${200} | ${{ campaigns: [{ campaignId: '1' }] }}         | ${'campaigns that were read'}
		${'amazon_ads'}    | ${200} | ${{ code: 'X', details: 'No' }}                 | ${'neither list'}
		${'linkedin_ads'}  | ${200} | ${{ id: 1, status: 'ACTIVE' }}                  | ${'the campaign was read with GET'}
		${'linkedin_ads'}  | ${200} | ${undefined}                                    | ${'a change is answered with 204'}
		${'pinterest_ads'} | ${200} | ${{ items: [] }}                                | ${'no campaign is in the list'}
		${'pinterest_ads'} | ${200} | ${{ items: [{ id: '1', daily_spend_cap: 1 }] }} | ${'campaigns that were read with GET'}
		${'pinterest_ads'} | ${200} | ${{ code: 2, message: 'Invalid' }}              | ${'without a list'}
	`('$platform, $status with $body is unreadable: $because', ({ platform, status, body }) => {
		expect(read(platform, status, body)).toEqual({
			code: 'unreadable',
			words: body === undefined ? 'no body' : JSON.stringify(body),
		});
	});

	test.each`
		body                               | code            | because
		${{}}                              | ${'accepted'}   | ${'nothing was changed, so no result is named'}
		${{ results: [] }}                 | ${'accepted'}   | ${'the same, with its empty list'}
		${{ results: [{}] }}               | ${'accepted'}   | ${'a place for each operation'}
		${{ hint: 'sign in' }}             | ${'unreadable'} | ${'no answer of Google'}
		${'<html>Sign in</html>'}          | ${'unreadable'} | ${'a page of a proxy'}
		${googlePartial([], BUDGET_ERROR)} | ${'refused'}    | ${'it would be refused'}
	`('Google, a dry run that is answered with $body: $code, because $because', ({ body, code }) => {
		const pushId = dryRunId({ platform: 'google_ads', object: 'budget/222', lever: 'day-total' });
		expect(read('google_ads', 200, body, pushId).code).toBe(code);
	});

	test('Google names the wait in its details', () => {
		expect(read('google_ads', 429, googleFailure(429, QUOTA_ERROR)).retryAfterSeconds).toBe(30);
	});
});

describe.each(PLATFORMS)('%s', (platform) => {
	test.each`
		status | code              | because
		${429} | ${'rate-limited'} | ${'any platform may say so'}
		${500} | ${'server-error'} | ${'its own fault'}
		${503} | ${'server-error'} | ${'not available'}
		${401} | ${'refused'}      | ${'a credential to correct'}
		${404} | ${'refused'}      | ${'an ID to correct'}
	`('$status without a body is $code: $because', ({ status, code }) => {
		expect(read(platform, status).code).toBe(code);
	});

	test('any body is read, and an error status is never taken for success', () => {
		fc.assert(
			fc.property(fc.integer({ min: 300, max: 599 }), fc.anything(), (status, body) => {
				expect(read(platform, status, body).code).not.toBe('accepted');
			}),
			{ numRuns: 200 },
		);
	});

	test('text that is no answer of the platform is never taken for success, nor is a lack of one', () => {
		const page = fc.string().map((words) => `<!DOCTYPE html><html><body>${words}</body></html>`);
		const text = fc.oneof(
			fc.string(),
			page,
			fc.json(),
			fc.constantFrom('', 'OK', 'true', 'null', '{}', '[]', '""', '{"ok":true}'),
		);
		const code = platform === 'generic' ? 'accepted' : 'unreadable';
		fc.assert(
			fc.property(fc.constantFrom(200, 201, 202, 207), fc.option(text, { nil: undefined }), (status, body) => {
				expect(read(platform, status, body).code).toBe(code);
			}),
			{ numRuns: 300 },
		);
	});
});
