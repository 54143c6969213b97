import { decisionLog } from '../../../src/messages/decisionLog';
import { pushEntries, pushesForPerson } from '../../../src/messages/pushHistory';
import type { PushRecord } from '../../../src/records/pushRecord';
import { DAY_MS, HOUR_MS } from '../../support/deliveries';
import { pushedAt } from '../../support/pushRecords';
import { definition } from './forecast';

const NOW = Date.parse('2026-11-23T12:00:00+01:00');

const push = (more: Partial<PushRecord> = {}, atMs = NOW - HOUR_MS): PushRecord =>
	pushedAt(atMs, '250', '280', { currency: 'EUR', code: 'accepted', ...more });

const edit = { value: '400', seenMs: NOW - 60_000 };

test.each`
	more                                                                    | message                                                                                                                             | because
	${{}}                                                                   | ${'Google Ads budget/222 raised from €250.00 to €280.00: confirmed'}                                                                | ${'what is done is named with both amounts'}
	${{ why: 'lower', from: null }}                                         | ${'Google Ads budget/222 lowered to €280.00: confirmed'}                                                                            | ${'an unknown value is left out'}
	${{ why: 'protect' }}                                                   | ${'Google Ads budget/222 lowered from €250.00 to €280.00 at once, because it could spend more than was left: confirmed'}            | ${'a cut that protects money says so'}
	${{ why: 'next-day' }}                                                  | ${'Google Ads budget/222 set to €280.00 from midnight on: confirmed'}                                                               | ${'tomorrow is named'}
	${{ why: 'pause', lever: 'status', currency: undefined, to: 'paused' }} | ${'Google Ads budget/222 paused, because there was no budget left for it: confirmed'}                                               | ${'a pause has no amount'}
	${{ why: 'hours', currency: undefined, from: null, to: 'Mon 8-18' }}    | ${"Google Ads budget/222 set to 'Mon 8-18': confirmed"}                                                                             | ${'a schedule is shown as it is'}
	${{ why: 'loosen', lever: 'target-cpa', object: 'campaign/7' }}         | ${'bidding target of Google Ads campaign/7 loosened from €250.00 to €280.00: confirmed'}                                            | ${'a target is no budget'}
	${{ status: 'failed', code: 'refused' }}                                | ${'Google Ads budget/222 raised from €250.00 to €280.00: refused by Google Ads'}                                                    | ${'what the platform refused'}
	${{ status: 'failed', code: 'rate-limited' }}                           | ${'Google Ads budget/222 raised from €250.00 to €280.00: not made, because Google Ads is limiting requests; it will be sent again'} | ${'what goes again by itself'}
	${{ status: 'prepared', code: undefined }}                              | ${'Google Ads budget/222 raised from €250.00 to €280.00: not confirmed yet'}                                                        | ${'no answer yet'}
	${{ status: 'unknown', code: 'no-answer' }}                             | ${'Google Ads budget/222 raised from €250.00 to €280.00: without an answer, so it may or may not have been made'}                   | ${'not known is not failed'}
	${{ status: 'unknown', code: 'unreadable' }}                            | ${'Google Ads budget/222 raised from €250.00 to €280.00: with an answer that cannot be read, so it may or may not have been made'}  | ${'a page of a proxy'}
	${{ platform: 'a_later_platform' }}                                     | ${'a_later_platform budget/222 raised from €250.00 to €280.00: confirmed'}                                                          | ${'a platform that is not known here'}
`('$message: $because', ({ more, message }) => {
	expect(pushEntries(push(more))).toEqual([{ atMs: NOW - HOUR_MS, kind: 'push', message }]);
});

test.each`
	records                                                                      | waiting | because
	${[push()]}                                                                  | ${0}    | ${'confirmed'}
	${[push({ status: 'failed', code: 'server-error' })]}                        | ${0}    | ${'goes again by itself'}
	${[push({ status: 'failed', code: 'refused' })]}                             | ${1}    | ${'refused: its cause must be corrected'}
	${[push({ status: 'failed', code: 'refused' }), push({}, NOW - 60_000)]}     | ${0}    | ${'a later push of the same object was accepted'}
	${[push({ status: 'failed', code: 'refused' }), push({ object: 'b' }, NOW)]} | ${1}    | ${'another object settles nothing'}
	${[push({ status: 'prepared', code: undefined }, NOW - 60_000)]}             | ${0}    | ${'on its way'}
	${[push({ status: 'prepared', code: undefined })]}                           | ${1}    | ${'an hour without an answer'}
	${[push({ status: 'unknown', code: 'no-answer' })]}                          | ${1}    | ${'nobody knows'}
	${[push({ edit })]}                                                          | ${1}    | ${'somebody set another value'}
`('$waiting wait for a person: $because', ({ records, waiting }) => {
	expect(pushesForPerson(records, NOW)).toHaveLength(waiting);
});

test('what somebody set is said with the value that was pushed', () => {
	expect(pushesForPerson([push({ edit })], NOW)).toEqual([
		'Somebody set Google Ads budget/222 to €400.00; the last push was €280.00',
	]);
});

test('the log has the latest first, and nothing older than 90 days or after the instant', () => {
	const since = { sinceMs: NOW - 3 * DAY_MS, actedMs: NOW - 2 * DAY_MS };
	const log = decisionLog(
		{
			definition: definition(),
			plan: null,
			pushes: [push({}, NOW - 91 * DAY_MS), push({ edit }), push({}, NOW + 1)],
			regimes: [{ localHour: 18, ...since }],
			campaignRegimes: [{ campaignId: 'brand\nnew', ...since, actedMs: NOW - DAY_MS }],
			alert: { state: 'firing', sinceMs: NOW - 2 * HOUR_MS, date: '2026-11-23' },
		},
		NOW,
	);
	expect(log.map(({ message }) => message)).toEqual([
		'Somebody set Google Ads budget/222 to €400.00; the last push was €280.00',
		'Google Ads budget/222 raised from €250.00 to €280.00: confirmed',
		'The alert about the day started firing',
		'Plans follow brand new, which has performed differently since 20 Nov 2026, 12:00',
		'Plans follow 18:00, which has performed differently since 20 Nov 2026, 12:00',
	]);
});
