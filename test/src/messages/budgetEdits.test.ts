import { budgetEdits } from '../../../src/messages/budgetEdits';
import { completeFromMs, type PushRecord } from '../../../src/records/pushRecord';
import { HOUR_MS } from '../../support/deliveries';
import { pushedAt } from '../../support/pushRecords';

/** Half an hour before midnight in Berlin. */
const LATE = Date.parse('2026-11-23T23:30:00+01:00');

const push = (more: Partial<PushRecord> = {}, atMs = LATE): PushRecord =>
	pushedAt(atMs, '250', '280', { currency: 'EUR', code: 'accepted', ...more });

const EDIT = { value: '400', seenMs: LATE + HOUR_MS };

test.each`
	more                                                      | messages                                                                                                       | because
	${{}}                                                     | ${['We raised Google Ads budget/222 to €280.00, as planned']}                                                  | ${'who, what and why'}
	${{ why: 'lower' }}                                       | ${['We lowered Google Ads budget/222 to €280.00, as planned']}                                                 | ${'a cut of the plan'}
	${{ why: 'protect' }}                                     | ${['We lowered Google Ads budget/222 to €280.00, because it could spend more than was left']}                  | ${'a cut that protects money'}
	${{ why: 'next-day', lever: 'next-day-total' }}           | ${['We set Google Ads budget/222 to €280.00 from midnight on, as planned']}                                    | ${"tomorrow's budget"}
	${{ why: 'pause', lever: 'status', currency: undefined }} | ${['We paused Google Ads budget/222, because there was no budget left for it']}                                | ${'a pause ends what a budget may spend'}
	${{ why: 'resume', lever: 'status' }}                     | ${['We resumed Google Ads budget/222, because there is budget again']}                                         | ${'so does its end begin it'}
	${{ why: 'rollback' }}                                    | ${['We set Google Ads budget/222 to €280.00']}                                                                 | ${'a reason without words here'}
	${{ edit: EDIT }}                                         | ${['We raised Google Ads budget/222 to €280.00, as planned', 'Somebody set Google Ads budget/222 to €400.00']} | ${'an edit by somebody is told beside the push before it'}
	${{ status: 'failed', code: 'refused' }}                  | ${[]}                                                                                                          | ${'what was not made edited nothing'}
	${{ status: 'unknown', code: 'no-answer' }}               | ${[]}                                                                                                          | ${'nobody knows whether it was made'}
	${{ why: 'loosen', lever: 'target-cpa' }}                 | ${[]}                                                                                                          | ${'a bidding target is no budget'}
`('$messages: $because', ({ more, messages }) => {
	const edits = [...budgetEdits([push(more as Partial<PushRecord>)], 'UTC').values()].flat();
	expect(edits.map(({ message }) => message)).toEqual(messages);
});

test('days are those of the budget, and the earliest edit is first', () => {
	const edits = budgetEdits([push({ edit: EDIT }), push({ why: 'lower' }, LATE - HOUR_MS)], 'Europe/Berlin');
	expect([...edits].map(([date, list]) => [date, list.map(({ by }) => by)])).toEqual([
		['2026-11-23', ['us', 'us']],
		['2026-11-24', ['somebody']],
	]);
	expect(edits.get('2026-11-23')![0]!.message).toContain('lowered');
});

test('from the fiftieth latest record on none was left out', () => {
	const records = Array.from({ length: 60 }, (_, hours) => push({}, LATE + hours * HOUR_MS));
	expect(completeFromMs(records)).toBe(LATE + 10 * HOUR_MS);
	expect(completeFromMs(records.slice(0, 49))).toBeNull();
});
