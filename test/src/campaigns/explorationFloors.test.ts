import fc from 'fast-check';

import { explorationFloors } from '../../../src/campaigns/explorationFloors';

/** Campaigns with these largest days that have had little spend for six days. */
const rested = (...largests: number[]) => largests.map((largest) => ({ largest, restDays: 6 }));

/** Five campaigns with an even share of 200; the last one gets 0 and never spent more than 10. */
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
		${{}}                                                                             | ${AMOUNTS}                 | ${[0, 0, 0, 0, 200]} | ${'a campaign that was never tried gets an even share'}
		${{ explored: [...rested(250, 250, 250, 240), { largest: 10, restDays: 5 }] }}    | ${AMOUNTS}                 | ${[0, 0, 0, 0, 0]}   | ${'it has rested for only five days, since its usual spend or a trial it could not spend'}
		${{ explored: rested(250, 250, 250, 240, 0) }}                                    | ${AMOUNTS}                 | ${[0, 0, 0, 0, 0]}   | ${'it never spent, so its prior decides'}
		${{ explored: rested(250, 250, 250, 240, 160) }}                                  | ${AMOUNTS}                 | ${[0, 0, 0, 0, 0]}   | ${'it was tried with four fifths of an even share'}
		${{}}                                                                             | ${[400, 300, 200, 59, 41]} | ${[0, 0, 0, 0, 0]}   | ${'it gets more than a fifth of an even share, so it is not given up'}
		${{ highs: [1000, 1000, 1000, 1000, 40] }}                                        | ${AMOUNTS}                 | ${[0, 0, 0, 0, 40]}  | ${'the floor stops at its maximum for the day'}
		${{ lifetimeCaps: [1000, 1000, 1000, 1000, 12] }}                                 | ${AMOUNTS}                 | ${[0, 0, 0, 0, 0]}   | ${'it has had four fifths of its lifetime cap'}
		${{ lifetimeCaps: [1000, 1000, 1000, 1000, 30] }}                                 | ${AMOUNTS}                 | ${[0, 0, 0, 0, 30]}  | ${'it has had only a third of its lifetime cap'}
		${{ lows: [0, 0, 0, 0, 120] }}                                                    | ${[400, 300, 180, 0, 120]} | ${[0, 0, 0, 0, 200]} | ${'the amount spent today counts toward the trial'}
		${{ lows: [880, 0, 0, 0, 0] }}                                                    | ${[1000, 0, 0, 0, 0]}      | ${[880, 0, 0, 0, 0]} | ${'the rest of the day has no room for a full trial'}
		${{ explored: rested(250, 250, 250, 20, 10) }}                                    | ${[400, 400, 200, 0, 0]}   | ${[0, 0, 0, 0, 200]} | ${'only one trial fits into three tenths of the amount, and the least explored campaign comes first'}
		${{ explored: rested(250, 250, 250, 20, 10), highs: [1000, 1000, 1000, 80, 40] }} | ${[400, 400, 200, 0, 0]}   | ${[0, 0, 0, 80, 40]} | ${'two small trials fit together'}
	`('are $lows: $because', ({ changes, amounts, lows }) => {
		expect(explorationFloors({ ...givenUp, ...changes }, amounts)).toEqual(lows);
	});

	test('take at most three tenths of the amount from two campaigns', () => {
		const two = {
			amount: 1000,
			lows: [0, 0],
			highs: [1000, 1000],
			lifetimeCaps: [1000, 1000],
			explored: rested(990, 10),
		};
		expect(explorationFloors(two, [1000, 0])).toEqual([0, 300]);
	});

	test('are at least the lows, within the highs, and leave room for the amount', () => {
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
