import fc from 'fast-check';

import { digestMessages } from '../../../src/messages/digestMessages';
import { rankByValue } from '../../../src/messages/rankByValue';
import { comparisonOf, RankingCurrency } from '../../../src/messages/rankingCurrency';
import { RUNS } from '../../support/runs';
import { alert, anyMessage, messageOf } from './forecast';

const EURO: RankingCurrency = { currency: 'EUR', exchangeRates: { JPY: '0.0061', USD: 0.92 } };
const berlin = messageOf('Berlin', { revenue: '100.00' });
const tokyo = messageOf('Tokyo', { revenue: '16500' }, { currency: 'JPY' });
const boston = messageOf('Boston', { revenue: '105.00' }, { currency: 'USD' });
const unknown = messageOf('Osaka', { conversions: 900 }, { currency: 'JPY' });
const london = messageOf('London', { revenue: '1.00' }, { currency: 'GBP' });

const namesOf = (messages: readonly { name: string }[]) => messages.map(({ name }) => name);

test.each`
	messages                     | ranking                                                   | order                             | because
	${[boston, berlin, tokyo]}   | ${EURO}                                                   | ${['Tokyo', 'Berlin', 'Boston']}  | ${'100.65, 100 and 96.60 euros'}
	${[boston, berlin, unknown]} | ${EURO}                                                   | ${['Berlin', 'Boston', 'Osaka']}  | ${'revenue that was never reported comes last'}
	${[boston, berlin, london]}  | ${EURO}                                                   | ${['Berlin', 'London', 'Boston']} | ${'there is no rate for pounds, so currencies are not compared'}
	${[boston, berlin]}          | ${undefined}                                              | ${['Berlin', 'Boston']}           | ${'there is no ranking currency'}
	${[boston, tokyo]}           | ${{ currency: 'EUR', exchangeRates: EURO.exchangeRates }} | ${['Tokyo', 'Boston']}            | ${'no budget is in euros, and both have a rate'}
	${[tokyo]}                   | ${{ currency: 'EUR', exchangeRates: {} }}                 | ${['Tokyo']}                      | ${'a single budget needs no rate'}
`('$order: $because', ({ messages, ranking, order }) => {
	expect(namesOf(rankByValue(messages, comparisonOf(messages, ranking)))).toEqual(order);
	expect(namesOf(digestMessages([...messages].reverse(), '', ranking).ranked)).toEqual(order);
});

test('a digest of compared currencies has no headings and names the ranking currency', () => {
	const { text } = digestMessages([boston, berlin, tokyo], '', EURO);
	expect(text.split('\n').map((line) => line.split(':')[0])).toEqual([
		'3 budgets at risk',
		'*Tokyo*',
		'*Berlin*',
		'*Boston*',
		'Ranked by what is new, then by severity, then by revenue at risk, or by conversions where revenue is unknown; currencies are compared in EUR',
	]);
});

test('a digest without rates is grouped by currency and names the missing rates', () => {
	const { text, mail } = digestMessages([boston, berlin, london], '', { currency: 'EUR', exchangeRates: {} });
	expect(text).toMatch(/\*EUR\*[^]*\*GBP\*[^]*\*USD\*/);
	for (const words of [text, mail.text]) {
		expect(words).toMatch(/currencies are not compared: there is no exchange rate for GBP, USD$/);
	}
});

test('if not all lines fit, those most at risk in the common currency stay', () => {
	const many = Array.from({ length: 15 }, (_, index) =>
		messageOf(`Budget ${index}`, { revenue: `${1000 - index}.00` }),
	);
	const yen = messageOf('Kyoto', { revenue: '5' }, { currency: 'JPY' });
	expect(digestMessages([...many, yen], '').text).toContain('Kyoto');
	expect(digestMessages([...many, yen], '', EURO).text).not.toContain('Kyoto');
	const fired = messageOf('Kyoto', { revenue: '5' }, { currency: 'JPY', alert: alert('firing', true) });
	expect(digestMessages([...many, fired], '', EURO).text).toContain('Kyoto');
});

test.each`
	ranking                                             | fault                                  | because
	${{ currency: 'Euro', exchangeRates: {} }}          | ${/three capital letters of ISO 4217/} | ${'it is not a currency code'}
	${{ currency: 'EUR', exchangeRates: { EUR: 1 } }}   | ${/must not name EUR/}                 | ${'it is the ranking currency itself'}
	${{ currency: 'EUR', exchangeRates: { USD: '0' } }} | ${/must be above 0/}                   | ${'a rate must be positive'}
`('$ranking is rejected: $because', ({ ranking, fault }) => {
	expect(RankingCurrency.safeParse(ranking).error!.message).toMatch(fault);
});

test('for any messages, more comes before less, unknown comes last, and none is lost', () => {
	const ranking = { currency: 'KWD', exchangeRates: { EUR: '0.33', JPY: '0.002' } };
	const unitValue: Record<string, number> = { KWD: 1, EUR: 0.33, JPY: 0.002 };
	fc.assert(
		fc.property(fc.array(anyMessage, { maxLength: 25 }), (messages) => {
			const ranked = rankByValue(messages, comparisonOf(messages, ranking));
			expect(new Set(ranked)).toEqual(new Set(messages));
			const stakes = ranked.map(({ currency, valueAtRisk: { revenue } }) =>
				revenue === null ? -1 : unitValue[currency]! * Number(revenue),
			);
			expect(stakes).toEqual([...stakes].sort((a, b) => b - a));
		}),
		RUNS,
	);
});
