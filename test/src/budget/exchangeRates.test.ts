import { createState, ingest, type PacingState, readState, updateDefinition } from '../../../src/index';
import { HOUR_MS } from '../../support/deliveries';

const EURO = { budgetId: 'b', currency: 'EUR', timeZone: 'UTC', dailyAmount: '1000' } as const;

const created = (exchangeRates: unknown) => createState({ ...EURO, exchangeRates: exchangeRates as never });

describe('exchange rates of a budget', () => {
	test.each`
		rates                        | because
		${{}}                        | ${'rates are optional'}
		${{ USD: '0.92' }}           | ${'a rate as text'}
		${{ USD: 0.92, JPY: '1' }}   | ${'numbers and texts'}
		${{ JPY: '0.00614' }}        | ${'a small rate'}
		${{ KWD: '2.998765432101' }} | ${'a large rate'}
		${{ USD: 1e-7 }}             | ${'a number may be written with an exponent'}
		${{ USD: 123456789.012345 }} | ${'fifteen digits are kept'}
	`('$rates are kept as they are written: $because', ({ rates }) => {
		expect(created(rates).definition.exchangeRates).toEqual(rates);
	});

	test.each`
		rates                               | fault                                                                  | because
		${{ EUR: '1' }}                     | ${/'exchangeRates' must not name EUR, which is the currency itself/}   | ${'it is the currency of the budget'}
		${{ Dollar: '0.92' }}               | ${/'exchangeRates' name 'Dollar', which is not three capital letters/} | ${'it is not a code'}
		${{ usd: '0.92' }}                  | ${/name 'usd', which is not three capital letters/}                    | ${'codes are capitals'}
		${{ XXQ: '0.92' }}                  | ${/name 'XXQ'/}                                                        | ${'ISO 4217 does not know it'}
		${{ '': '0.92' }}                   | ${/name ''/}                                                           | ${'the code is empty'}
		${{ constructor: '0.92' }}          | ${/'exchangeRates' /}                                                  | ${'a property of every object is not a currency'}
		${{ USD: '0' }}                     | ${/'exchangeRates.USD' must be above 0/}                               | ${'a rate cannot be 0'}
		${{ USD: 0 }}                       | ${/must be above 0/}                                                   | ${'also as a number'}
		${{ USD: -0.92 }}                   | ${/must be above 0/}                                                   | ${'a rate cannot be negative'}
		${{ USD: '-0.92' }}                 | ${/must be a number above 0 such as "0.92"/}                           | ${'also as text'}
		${{ USD: '0,92' }}                  | ${/must be a number above 0 such as "0.92"/}                           | ${'a comma is ambiguous'}
		${{ USD: '1/1.08' }}                | ${/must be a number above 0 such as "0.92"/}                           | ${'formulas are not evaluated'}
		${{ USD: '' }}                      | ${/must be a number above 0 such as "0.92"/}                           | ${'empty is not a rate'}
		${{ USD: null }}                    | ${/must be a number above 0 such as "0.92"/}                           | ${'null is not a rate'}
		${{ USD: NaN }}                     | ${/must be a number above 0 such as "0.92"/}                           | ${'NaN is not a number'}
		${{ USD: Infinity }}                | ${/must be a number above 0 such as "0.92"/}                           | ${'it is not finite'}
		${{ USD: 2e9 }}                     | ${/must be at most 1000000000/}                                        | ${'no currency has so high a rate'}
		${{ USD: '0.1234567890123456789' }} | ${/must have at most 15 digits, not 19: round it/}                     | ${'more digits would be lost'}
		${{ USD: 1 / 1.0842 }}              | ${/must have at most 15 digits, not 16: round it/}                     | ${'a quotient must be rounded by the user'}
		${['0.92']}                         | ${/exchangeRates/}                                                     | ${'a list has no currency codes'}
	`('$rates are refused: $because', ({ rates, fault }) => {
		expect(() => created(rates)).toThrow(fault);
	});

	test('may change without changing earlier spend', () => {
		const before = ingest(
			created({ USD: '0.92' }),
			[{ startMs: 0, endMs: HOUR_MS, spend: '9.20', exchangeRate: 0.92 }],
			HOUR_MS,
		).state;
		const after = updateDefinition(before, { ...EURO, exchangeRates: { USD: '0.95' } });
		expect(after.ledger).toEqual(before.ledger);
		expect(after.definition.exchangeRates).toEqual({ USD: '0.95' });
	});

	test('are optional in states stored before exchange rates existed', () => {
		const { definition, ...rest } = ingest(
			createState(EURO),
			[{ startMs: 0, endMs: HOUR_MS, spend: '9.20', campaignId: 'a' }],
			HOUR_MS,
		).state;
		expect(definition.exchangeRates).toBeUndefined();
		expect(rest.ledger.campaigns[0]!.hours).not.toHaveProperty('exchangeRate');
		const stored = JSON.parse(JSON.stringify({ definition, ...rest })) as PacingState;
		expect(readState(stored)).toEqual({ definition, ...rest });
	});
});
