import { formatFactor, formatPercent } from '../../../src/format/formatNumber';

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
