import fc from 'fast-check';

import { explorationFloors } from '../../../src/campaigns/explorationFloors';

/** The largest days of campaigns that had little for six days. */
const rested = (...largests: number[]) => largests.map((largest) => ({ largest, restDays: 6 }));

/** Five campaigns, an even part of 200 each; the last one gets 0 and never had more than 10. */
const givenUp = {
	amount: 1000,
	lows: [0, 0, 0, 0, 0],
	highs: [1000, 1000, 1000, 1000, 1000],
	lifetimeCaps: [1000, 1000, 1000, 1000, 1000],
	explored: rested(250, 250, 250, 240, 10),
};

const AMOUNTS = [400, 300, 200, 100, 0];

describe('exploration floors', () => {
	test.each`
		changes                                                                           | amounts                    | lows                 | because
		${{}}                                                                             | ${AMOUNTS}                 | ${[0, 0, 0, 0, 200]} | ${'a campaign that was never tried gets an even part'}
		${{ explored: [...rested(250, 250, 250, 240), { largest: 10, restDays: 5 }] }}    | ${AMOUNTS}                 | ${[0, 0, 0, 0, 0]}   | ${'it spent its usual amount five days ago, or could spend no more of the last test'}
		${{ explored: rested(250, 250, 250, 240, 0) }}                                    | ${AMOUNTS}                 | ${[0, 0, 0, 0, 0]}   | ${'it never spent: its prior decides'}
		${{ explored: rested(250, 250, 250, 240, 160) }}                                  | ${AMOUNTS}                 | ${[0, 0, 0, 0, 0]}   | ${'it was tried with four fifths of one'}
		${{}}                                                                             | ${[400, 300, 200, 59, 41]} | ${[0, 0, 0, 0, 0]}   | ${'it is not given up: it gets more than a fifth of one'}
		${{ highs: [1000, 1000, 1000, 1000, 40] }}                                        | ${AMOUNTS}                 | ${[0, 0, 0, 0, 40]}  | ${'it grows in steps'}
		${{ lifetimeCaps: [1000, 1000, 1000, 1000, 12] }}                                 | ${AMOUNTS}                 | ${[0, 0, 0, 0, 0]}   | ${'it had four fifths of the most that it may ever get'}
		${{ lifetimeCaps: [1000, 1000, 1000, 1000, 30] }}                                 | ${AMOUNTS}                 | ${[0, 0, 0, 0, 30]}  | ${'it had a third of the most that it may ever get'}
		${{ lows: [0, 0, 0, 0, 120] }}                                                    | ${[400, 300, 180, 0, 120]} | ${[0, 0, 0, 0, 200]} | ${'what it spent today already is part of the test'}
		${{ lows: [880, 0, 0, 0, 0] }}                                                    | ${[1000, 0, 0, 0, 0]}      | ${[880, 0, 0, 0, 0]} | ${'what is left of the day has no room for a whole test'}
		${{ explored: rested(250, 250, 250, 20, 10) }}                                    | ${[400, 400, 200, 0, 0]}   | ${[0, 0, 0, 0, 200]} | ${'one test fits into three tenths of the amount, and the least tried comes first'}
		${{ explored: rested(250, 250, 250, 20, 10), highs: [1000, 1000, 1000, 80, 40] }} | ${[400, 400, 200, 0, 0]}   | ${[0, 0, 0, 80, 40]} | ${'small steps of two campaigns fit together'}
	`('are $lows: $because', ({ changes, amounts, lows }) => {
		expect(explorationFloors({ ...givenUp, ...changes }, amounts)).toEqual(lows);
	});

	test('of two campaigns leave seven tenths of the amount', () => {
		const two = {
			amount: 1000,
			lows: [0, 0],
			highs: [1000, 1000],
			lifetimeCaps: [1000, 1000],
			explored: rested(990, 10),
		};
		expect(explorationFloors(two, [1000, 0])).toEqual([0, 300]);
	});

	test('never fall, never pass what a campaign may get, and leave room for the amount', () => {
		const part = fc.double({ min: 0, max: 1, noNaN: true });
		const campaign = fc.record({ low: part, room: part, largest: part, amount: part });
		fc.assert(
			fc.property(fc.array(campaign, { minLength: 1, maxLength: 12 }), (campaigns) => {
				const lows = campaigns.map(({ low }) => (1000 * low) / campaigns.length);
				const highs = campaigns.map(({ room }, position) => lows[position]! + 1000 * room);
				const raised = explorationFloors(
					{
						amount: 1000,
						lows,
						highs,
						lifetimeCaps: highs.map((high) => 1.5 * high),
						explored: rested(...campaigns.map(({ largest }) => 300 * largest)),
					},
					campaigns.map(({ amount }, position) => lows[position]! + 100 * amount),
				);
				const more = raised.map((low, position) => low - lows[position]!);
				expect(Math.min(...more)).toBeGreaterThanOrEqual(0);
				expect(raised.every((low, position) => low <= highs[position]!)).toBe(true);
				expect(more.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(300 + 1e-9);
				expect(raised.reduce((sum, low) => sum + low, 0)).toBeLessThanOrEqual(1000 + 1e-9);
			}),
		);
	});
});
