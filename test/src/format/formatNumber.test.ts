import { formatCount, formatExactPercent, formatFactor, formatPercent } from '../../../src/format/formatNumber';

test.each`
	fraction | expected  | because
	${0.624} | ${'62%'}  | ${'whole percent'}
	${0.005} | ${'1%'}   | ${'half a percent is rounded up'}
	${1.5}   | ${'150%'} | ${'more than all'}
	${0}     | ${'0%'}   | ${'none'}
`('$fraction reads $expected: $because', ({ fraction, expected }) => {
	expect(formatPercent(fraction)).toBe(expected);
});

test('a factor reads as its estimate and interval in three digits', () => {
	expect(formatFactor({ mean: 1.34412, low: 1.1, high: 15.789, level: 0.8 })).toBe('1.34 (1.1-15.8)');
});

test.each`
	fraction  | expected   | because
	${0.0025} | ${'0.25%'} | ${'a person may set hundredths'}
	${0.07}   | ${'7%'}    | ${'100 x 0.07 is 7.000000000000001'}
	${10}     | ${'1000%'} | ${'the most that can be set'}
`('$fraction reads $expected as a setting: $because', ({ fraction, expected }) => {
	expect(formatExactPercent(fraction)).toBe(expected);
});

test.each`
	number | expected     | because
	${0}   | ${'0 edits'} | ${'none'}
	${1}   | ${'1 edit'}  | ${'one'}
	${2}   | ${'2 edits'} | ${'several'}
`('$number of them reads $expected: $because', ({ number, expected }) => {
	expect(formatCount(number, 'edit')).toBe(expected);
});
