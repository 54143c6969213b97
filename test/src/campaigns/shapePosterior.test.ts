import { shapePosterior } from '../../../src/campaigns/shapePosterior';

const evidence = (...ratios: readonly number[]) => ratios.map((ratio) => ({ logEvidence: Math.log(ratio) }));

describe('how likely shapes are after days', () => {
	test.each`
		ratios        | beliefs   | odds          | because
		${[1, 1]}     | ${[3, 1]} | ${3}          | ${'days that say nothing leave what was believed'}
		${[1024, 1]}  | ${[1, 1]} | ${64}         | ${'evidence counts 0.6 of its word: 1024 ^ 0.6'}
		${[1024, 1]}  | ${[1, 4]} | ${16}         | ${'beliefs count in full'}
		${[1, 32768]} | ${[1, 1]} | ${1 / 2 ** 9} | ${'against a shape as for it'}
	`('$ratios with beliefs of $beliefs: $because', ({ ratios, beliefs, odds }) => {
		const { weights } = shapePosterior(evidence(...ratios), beliefs);
		expect(weights[0]! / weights[1]!).toBeCloseTo(odds, 9);
		expect(weights[0]! + weights[1]!).toBeCloseTo(1, 12);
	});

	test('the total is that of what was foreseen by all shapes together', () => {
		const { total } = shapePosterior(evidence(1024, 1), [1, 3]);
		expect(total).toBeCloseTo(Math.log((64 + 3) / 4), 9);
	});

	test('evidence beyond the range of floating point is no obstacle', () => {
		const { weights } = shapePosterior([{ logEvidence: -5000 }, { logEvidence: -5010 }], [1, 1]);
		expect(weights[0]! / weights[1]!).toBeCloseTo(Math.exp(6), 6);
	});
});
