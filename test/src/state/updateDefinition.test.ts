import { createState, ingest, readState, updateDefinition } from '../../../src/index';

const HOUR_MS = 3_600_000;
const START = Date.parse('2026-11-23T06:30:00Z');

const delivered = (timeZone: string) => {
	const state = createState({ budgetId: 'b', currency: 'INR', timeZone, dailyAmount: '240.00' });
	const window = { startMs: START, endMs: START + HOUR_MS / 2, spend: 10, clicks: 2, conversions: 0 };
	return ingest(state, [window], START + 2 * HOUR_MS).state;
};

describe('the time zone of a budget that has delivered', () => {
	test.each`
		before             | after              | because
		${'Asia/Calcutta'} | ${'Asia/Kolkata'}  | ${'the zone was renamed'}
		${'Asia/Kolkata'}  | ${'Asia/Calcutta'} | ${'an ad account still has the old name'}
		${'europe/berlin'} | ${'Europe/Berlin'} | ${'capitals do not matter'}
		${'Europe/Berlin'} | ${'Europe/Berlin'} | ${'it is the same name'}
	`('can be renamed from $before to $after: $because', ({ before, after }: Record<string, string>) => {
		const state = delivered(before!);
		const next = updateDefinition(state, { ...state.definition, timeZone: after! });
		expect(next.definition.timeZone).toBe(after);
		expect(next.ledger).toEqual(state.ledger);
		expect(readState(structuredClone(next))).toEqual(next);
	});

	test.each`
		before             | after              | because
		${'Asia/Calcutta'} | ${'Asia/Colombo'}  | ${'a zone with the same clocks today is another one'}
		${'Europe/Berlin'} | ${'Europe/London'} | ${'its days are others'}
	`('cannot change from $before to $after: $because', ({ before, after }: Record<string, string>) => {
		const state = delivered(before!);
		expect(() => updateDefinition(state, { ...state.definition, timeZone: after! })).toThrow(
			`The budget 'b' cannot change its time zone from ${before} to ${after} because its delivery is counted in the first`,
		);
	});

	test('can be set before the first delivery', () => {
		const { definition } = createState({
			budgetId: 'b',
			currency: 'INR',
			timeZone: 'Asia/Kolkata',
			dailyAmount: '9.00',
		});
		const state = createState(definition);
		expect(updateDefinition(state, { ...definition, timeZone: 'Europe/London' }).definition.timeZone).toBe(
			'Europe/London',
		);
	});
});
