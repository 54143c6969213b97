import { logSumExp } from '../../../src/statistics/logSumExp';

test.each`
	logs                          | expected            | because
	${[0, 0]}                     | ${Math.LN2}         | ${'1 + 1'}
	${[Math.log(3), Math.log(4)]} | ${Math.log(7)}      | ${'3 + 4'}
	${[1000, 1000]}               | ${1000 + Math.LN2}  | ${'e^1000 overflows'}
	${[-1000, -1000, -2000]}      | ${-1000 + Math.LN2} | ${'e^-1000 underflows'}
	${[5, -Infinity]}             | ${5}                | ${'a term of 0 adds nothing'}
	${[-Infinity, -Infinity]}     | ${-Infinity}        | ${'all terms are 0'}
	${[]}                         | ${-Infinity}        | ${'an empty sum is 0'}
	${[Infinity, 0]}              | ${Infinity}         | ${'an infinite term'}
`('ln sum exp $logs is $expected: $because', ({ logs, expected }) => {
	if (Number.isFinite(expected)) expect(logSumExp(logs)).toBeCloseTo(expected, 12);
	else expect(logSumExp(logs)).toBe(expected);
});
