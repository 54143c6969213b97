import { creating, runNode } from '../support/runNode';

type Json = Record<string, unknown>;

const create = async (changes: Json, items: readonly Json[] = [{}]) => {
	const { outputs, error } = await runNode('pacingBudget', creating({ stateStore: 'inputItem', ...changes }), {
		items,
	});
	return { definition: outputs.flat()[0] ?? {}, error };
};

const flightFrom = (flightStart: unknown) => ({
	amounts: { flightAmount: '3100.00', flightStart, flightEnd: '2026-12-31' },
});

describe('Flight Start', () => {
	test.each`
		cell                                                                           | timeZone              | date            | because
		${'2026-12-01'}                                                                | ${'Europe/Berlin'}    | ${'2026-12-01'} | ${'a date alone is in no zone'}
		${'2026-11-30T23:00:00'}                                                       | ${'Europe/Berlin'}    | ${'2026-11-30'} | ${'a time without an offset is local'}
		${'2026-11-30 11:00 PM'}                                                       | ${'Europe/Berlin'}    | ${'2026-11-30'} | ${'so is one on a 12-hour clock'}
		${'2026-11-30T23:00:00.000Z'}                                                  | ${'Europe/Berlin'}    | ${'2026-12-01'} | ${'it is midnight in Berlin, as databases return it'}
		${'2026-12-01T03:00:00Z'}                                                      | ${'America/New_York'} | ${'2026-11-30'} | ${'it is still evening in New York'}
		${'2026-12-01T00:00:00+01:00'}                                                 | ${'Europe/Berlin'}    | ${'2026-12-01'} | ${'the offset is that of the budget'}
		${'2026-12-01T00:00:00.000Z'}                                                  | ${'Europe/Berlin'}    | ${'2026-12-01'} | ${'midnight in UTC is the same day in Berlin'}
		${'2026-11-30 18:00:00-0500'}                                                  | ${'Europe/Berlin'}    | ${'2026-12-01'} | ${'an offset may have no colon'}
		${"={{ new Date('2026-11-30T23:00:00Z') }}"}                                   | ${'Europe/Berlin'}    | ${'2026-12-01'} | ${'a Date is an instant'}
		${"={{ DateTime.fromISO('2026-11-30T18:00', { zone: 'America/New_York' }) }}"} | ${'Europe/Berlin'}    | ${'2026-12-01'} | ${'a DateTime such as $now is in the zone of the workflow'}
	`('$cell in $timeZone is $date: $because', async ({ cell, timeZone, date }: Record<string, string>) => {
		const { definition, error } = await create({ timeZone, ...flightFrom(cell) });
		expect(error).toBeUndefined();
		expect(definition['flight']).toMatchObject({ start: date });
	});

	test.each`
		cell                           | timeZone              | message                                                                                                     | because
		${'2026-12-01T00:00:00.000Z'}  | ${'America/New_York'} | ${"'Flight Start' is 2026-12-01T00:00:00.000Z: at this instant it is still 2026-11-30 in America/New_York"} | ${'a date of a database without a zone looks like this'}
		${'2026-12-01T00:00:00+14:00'} | ${'Europe/Berlin'}    | ${"'Flight Start' is 2026-12-01T00:00:00+14:00: at this instant it is still 2026-11-30 in Europe/Berlin"}   | ${'either date may be meant'}
		${'2026-02-30T10:00:00Z'}      | ${'Europe/Berlin'}    | ${/Flight Start.*must be a date, such as 2026-12-01/}                                                       | ${'the calendar does not have it'}
		${'2026-11-30T23:00:00 GMT'}   | ${'Europe/Berlin'}    | ${/Flight Start.*must be a date, such as 2026-12-01/}                                                       | ${'an offset that is not understood must not be dropped'}
		${'2026-11-30 23:00:00+00'}    | ${'Europe/Berlin'}    | ${/Flight Start.*must be a date, such as 2026-12-01/}                                                       | ${'neither must that of Postgres'}
		${"={{ new Date('x') }}"}      | ${'Europe/Berlin'}    | ${/Flight Start.*must be a date, such as 2026-12-01/}                                                       | ${'an invalid Date is none'}
		${'2026-11-30T23:00:00Z'}      | ${'Mars'}             | ${/'Mars' is not a time zone/}                                                                              | ${'without a zone there is no date'}
	`('$cell in $timeZone is refused: $because', async ({ cell, timeZone, message }) => {
		const { error } = await create({ timeZone, ...flightFrom(cell) });
		expect(error?.message).toMatch(message);
	});
});

const MIDNIGHT = '2026-11-30T23:00:00.000Z';

test.each`
	field                  | changes                                                                                                                                                         | definition
	${'Flight End'}        | ${{ amounts: { flightAmount: '3100.00', flightStart: '2026-11-01', flightEnd: MIDNIGHT } }}                                                                     | ${{ flight: { end: '2026-12-01' } }}
	${'Flight Milestones'} | ${{ amounts: { flightAmount: '3100.00', flightStart: '2026-11-01', flightEnd: '2026-12-31', flightMilestones: { milestone: [{ by: MIDNIGHT, spent: 40 }] } } }} | ${{ flight: { milestones: [{ by: '2026-12-01' }] } }}
	${'Amounts From'}      | ${{ amountsFrom: { change: [{ from: MIDNIGHT, dailyAmount: '500.00' }] } }}                                                                                     | ${{ amountsFrom: [{ from: '2026-12-01' }] }}
	${'Prepaid Balance'}   | ${{ prepaid: { payment: [{ date: MIDNIGHT, amount: '2400.00' }] } }}                                                                                            | ${{ prepaid: [{ date: '2026-12-01' }] }}
	${'Events'}            | ${{ events: { event: [{ name: 'Sale', start: MIDNIGHT, end: '2026-12-02T23:00:00.000Z', factor: 2 }] } }}                                                       | ${{ events: [{ start: '2026-12-01', end: '2026-12-03' }] }}
	${'Event Rows'}        | ${{ eventRows: "={{ [{ name: 'Sale', start: new Date('2026-11-30T23:00:00Z'), end: '2026-12-02T23:00:00.000Z', factor: 2 }] }}" }}                              | ${{ events: [{ start: '2026-12-01', end: '2026-12-03' }] }}
`('$field has the dates of the budget', async ({ changes, definition }: { changes: Json; definition: Json }) => {
	const created = await create(changes);
	expect(created.error).toBeUndefined();
	expect(created.definition).toMatchObject(definition);
});

test.each`
	asOf                                                                           | because
	${"={{ new Date('2026-11-23T09:20:00Z') }}"}                                   | ${'a Date is an instant'}
	${"={{ DateTime.fromISO('2026-11-23T04:20', { zone: 'America/New_York' }) }}"} | ${'so is a DateTime'}
	${'2026-11-23T10:20:00+0100'}                                                  | ${'an offset may have no colon'}
`("'As Of' $asOf is understood: $because", async ({ asOf }) => {
	const created = await runNode('pacingBudget', creating({ stateStore: 'inputItem' }));
	const { outputs, error } = await runNode(
		'optimizeAllocation',
		{ budgetId: 'brand-de', stateStore: 'inputItem', options: { asOf } },
		{ items: created.outputs.flat() },
	);
	expect(error).toBeUndefined();
	expect(outputs.flat()[0]).toMatchObject({ created: '2026-11-23T10:20:00+01:00' });
});
