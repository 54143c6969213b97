import { channelMix, type MixOptionsInput } from '../../../src/index';
import { mixWorld } from '../../support/mixWorld';

const COLUMNS = { date: 'week', result: 'revenue', context: ['competitor'], currency: 'EUR' } as const;
const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8];

const isWithin = (value: number, { low, high }: { low: number; high: number }) => low <= value && value <= high;
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const namesOf = (channels: readonly { readonly name: string }[]) => channels.map(({ name }) => name);

describe('markets whose truth is known', () => {
	const judged = SEEDS.map((seed) => {
		const { rows, channels } = mixWorld(seed, { weeks: 104, channels: 3, noise: 0.04 });
		const mix = channelMix(rows, { ...COLUMNS, context: ['competitor'], spend: namesOf(channels) });
		return { channels, mix };
	});
	const pairs = judged.flatMap(({ channels, mix }) =>
		channels.map((truth, position) => ({
			truth,
			found: mix.channels[position]!,
			share: mix.allocation.channels[position]!,
			recent: mix.recentPeriods,
		})),
	);
	const spending = pairs.filter(({ share }) => Number(share.present) > 0);

	/** Of 24 independent 80% intervals, 15 or fewer hold the truth with a probability of 4%. */
	test('intervals of what channels brought hold it about as often as they say', () => {
		const held = pairs.filter(({ truth, found }) => isWithin(sum(truth.contributions), found.contribution)).length;
		expect(pairs).toHaveLength(24);
		expect(held).toBeGreaterThan(15);
	});

	test('intervals of what the next money brings hold it about as often as they say', () => {
		const held = spending.filter(({ truth, found, share, recent }) => {
			const slope = (truth.response(1.01, recent) - truth.response(0.99, recent)) / (0.02 * Number(share.present));
			return isWithin(slope, found.marginalReturn);
		}).length;
		expect(held / spending.length).toBeGreaterThan(0.65);
	});

	test('intervals are narrower than what is believed before any data', () => {
		const identified = spending.filter(({ found }) => found.identified);
		expect(identified.length).toBeGreaterThan(spending.length / 4);
		for (const { found } of identified) {
			expect(found.marginalReturn.high / found.marginalReturn.low).toBeLessThanOrEqual(4);
			expect(found).toMatchObject({ exploration: null, notes: [] });
		}
	});

	test('moved money brings more in truth, about as much as was said', () => {
		const gains = judged.map(({ channels, mix: { allocation, recentPeriods } }) => ({
			expected: allocation.gain,
			real: sum(
				allocation.channels.map(({ present, proposed }, position) => {
					if (Number(present) === 0) return 0;
					const { response } = channels[position]!;
					return response(Number(proposed) / Number(present), recentPeriods) - response(1, recentPeriods);
				}),
			),
		}));
		expect(sum(gains.map(({ real }) => real))).toBeGreaterThan(0);
		expect(gains.filter(({ real }) => real > 0).length).toBeGreaterThanOrEqual(6);
		expect(gains.filter(({ real, expected }) => isWithin(real, expected)).length).toBeGreaterThanOrEqual(5);
	});

	test('the parts of every period are those of the result, but for chance', () => {
		for (const { mix } of judged) {
			const left = mix.decomposition.map(({ result, base, channels }) => result - base - sum(channels));
			const results = mix.decomposition.map(({ result }) => result);
			expect(Math.abs(sum(left)) / sum(results)).toBeLessThan(0.01);
			expect(mix.fit.r2).toBeGreaterThan(0.5);
			const contributions = mix.channels.map(({ contribution }) => contribution.mean);
			mix.channels.forEach((_, position) => {
				const total = sum(mix.decomposition.map(({ channels }) => channels[position]!));
				expect(total / contributions[position]!).toBeCloseTo(1, 6);
			});
		}
	});
});

describe('laws of a mix', () => {
	const { rows, channels } = mixWorld(11, { weeks: 56, channels: 2 });
	const spend = namesOf(channels);
	const options = { ...COLUMNS, context: ['competitor'], spend };
	const mix = channelMix(rows, options);
	const unitsOf = (amount: string) => Math.round(Number(amount) * 100);

	test('the split adds up to the budget to the cent, within bounds of 70% to 150%', () => {
		const { allocation } = mix;
		expect(sum(allocation.channels.map(({ proposed }) => unitsOf(proposed)))).toBe(unitsOf(allocation.budget));
		expect(sum(allocation.channels.map(({ present }) => unitsOf(present)))).toBe(unitsOf(allocation.present));
		expect(allocation).toMatchObject({ budget: allocation.present, unspendable: '0.00' });
		for (const { present, proposed, min, max } of allocation.channels) {
			expect(unitsOf(min)).toBe(Math.floor(0.7 * unitsOf(present) + 1e-9));
			expect(unitsOf(max)).toBe(Math.floor(1.5 * unitsOf(present) + 1e-9));
			expect(unitsOf(proposed)).toBeGreaterThanOrEqual(unitsOf(min));
			expect(unitsOf(proposed)).toBeLessThanOrEqual(unitsOf(max));
		}
	});

	test('the same rows in any order give the same answer', () => {
		expect(channelMix(rows.toReversed(), options)).toEqual(mix);
	});

	test('the order of channels changes nothing but the order of the answer', () => {
		const other = channelMix(rows, { ...options, spend: spend.toReversed() });
		expect(other.channels.toReversed()).toEqual(mix.channels);
		expect(other.allocation.channels.toReversed()).toEqual(mix.allocation.channels);
	});

	test('cells that are text are the numbers they spell', () => {
		const text = rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, value]) => [name, `${value}`])));
		expect(channelMix(text, options)).toEqual(mix);
	});

	test('ten times the money and the result are ten times the amounts, and the same returns', () => {
		const tenfold = rows.map((row) => ({
			...row,
			revenue: Number(row.revenue) * 10,
			...Object.fromEntries(spend.map((name) => [name, Number(row[name]) * 10])),
		}));
		const { channels: found, allocation } = channelMix(tenfold, options);
		found.forEach((channel, position) => {
			const one = mix.channels[position]!;
			expect(channel.contribution.mean / one.contribution.mean).toBeCloseTo(10, 5);
			expect(channel.contribution.high / one.contribution.high).toBeCloseTo(10, 5);
			expect(channel.marginalReturn.mean / one.marginalReturn.mean).toBeCloseTo(1, 4);
			expect(channel.identified).toBe(one.identified);
			expect(unitsOf(allocation.channels[position]!.proposed) / 10).toBeCloseTo(
				unitsOf(mix.allocation.channels[position]!.proposed),
				-1,
			);
		});
	});

	test('a budget beyond all maxima is spent as far as they allow, and the rest is said', () => {
		const bounds = Object.fromEntries(spend.map((name) => [name, { min: 0, max: '100.55' }]));
		const { allocation } = channelMix(rows, { ...options, budget: 1000, bounds });
		expect(allocation.channels.map(({ proposed }) => proposed)).toEqual(['100.55', '100.55']);
		expect(allocation).toMatchObject({ budget: '1000.00', unspendable: '798.90' });
	});

	test('another budget is split in yen, without a fraction', () => {
		const { allocation } = channelMix(rows, { ...options, currency: 'JPY', budget: 10_001 });
		expect(sum(allocation.channels.map(({ proposed }) => Number(proposed)))).toBe(10_001);
		for (const { proposed } of allocation.channels) expect(proposed).toMatch(/^\d+$/);
	});

	test('bounds of a channel stand in the place of the usual ones', () => {
		const { present } = mix.allocation.channels[0]!;
		const { allocation } = channelMix(rows, { ...options, bounds: { [spend[0]!]: { min: present, max: present } } });
		expect(allocation.channels[0]).toMatchObject({ proposed: present, min: present, max: present });
	});
});

describe('what the data do not say', () => {
	const { rows, channels } = mixWorld(11, { weeks: 60, channels: 2 });
	const options = { ...COLUMNS, context: ['competitor'], spend: [...namesOf(channels), 'steady'] };

	test('is said of a channel whose spend never varies, with an experiment that would tell or the word that none would', () => {
		const mix = channelMix(
			rows.map((row) => ({ ...row, steady: 2000 })),
			options,
		);
		const steady = mix.channels[2]!;
		expect(steady.identified).toBe(false);
		expect(steady.notes.map(({ code }) => code)).toContain('spend-hardly-varies');
		expect(steady.exploration === null).toBe(steady.notes.some(({ code }) => code === 'too-small-to-tell'));
		expect(mix.warnings.map(({ code }) => code)).toContain('short-history');
	});

	test('is said of a channel that moves with another', () => {
		const twin = rows.map((row) => ({ ...row, steady: 2 * Number(row.channel_0) }));
		const mix = channelMix(twin, options);
		expect(mix.channels[2]!.notes.map(({ code }) => code)).toContain('moves-with-others');
	});

	test('a channel that does not spend now stays at nothing, and keeps its curve', () => {
		const ended = rows.map((row, week) => ({ ...row, steady: week < 40 ? 1000 + 700 * (week % 3) : 0 }));
		const mix = channelMix(ended, options);
		expect(mix.allocation.channels[2]).toMatchObject({ present: '0.00', proposed: '0.00', max: '0.00' });
		expect(mix.channels[2]!.notes.map(({ code }) => code)).toContain('not-spending');
		expect(mix.channels[2]!.marginalReturn.mean).toBeGreaterThan(0);
	});

	test('a channel that began of late leaves nothing to try the fit on', () => {
		const begun = rows.map((row, week) => ({ ...row, steady: week < 56 ? 0 : 1000 }));
		const mix = channelMix(begun, options);
		expect(mix.holdOut).toBeNull();
		expect(mix.warnings.map(({ code }) => code)).toContain('no-hold-out');
	});
});

describe('rows that cannot be used', () => {
	const { rows } = mixWorld(1, { weeks: 60, channels: 1 });
	const options: MixOptionsInput = { ...COLUMNS, context: ['competitor'], spend: ['channel_0'] };
	const changed = (week: number, change: Record<string, unknown>) =>
		rows.map((row, position) => (position === week ? { ...row, ...change } : row));

	test.each`
		given                                            | changes                                             | message                                                               | because
		${rows.slice(0, 51)}                             | ${{}}                                               | ${/There are 51 periods: at least 52/}                                | ${'a year of weeks is the least'}
		${[]}                                            | ${{}}                                               | ${/There are 0 periods/}                                              | ${'an empty sheet'}
		${rows}                                          | ${{ spend: ['tv'] }}                                | ${/no column 'tv'/}                                                   | ${'a column that is not there'}
		${rows}                                          | ${{ spend: ['channel_0', 'revenue'] }}              | ${/'revenue' is named twice/}                                         | ${'a result is no spend'}
		${rows}                                          | ${{ spend: [] }}                                    | ${/'spend' must name a column/}                                       | ${'no channel'}
		${rows}                                          | ${{ currency: 'EURO' }}                             | ${/'currency' must be a currency code/}                               | ${'not a currency'}
		${rows}                                          | ${{ bounds: { tv: { min: 1 } } }}                   | ${/bounds are of 'tv'/}                                               | ${'bounds of no channel'}
		${rows}                                          | ${{ bounds: { channel_0: { min: 2, max: 1 } } }}    | ${/'channel_0' has a minimum above its maximum/}                      | ${'bounds in conflict'}
		${rows}                                          | ${{ budget: 1, bounds: { channel_0: { min: 2 } } }} | ${/minima of the channels add up to 2.00 EUR, more than the 1.00/}    | ${'minima above the budget'}
		${rows.filter((_, week) => week !== 20)}         | ${{}}                                               | ${/7 days long, but after 2023-05-15 comes 2023-05-29/}               | ${'a week is missing'}
		${[...rows, rows[3]]}                            | ${{}}                                               | ${/The period of 2023-01-23 is there twice/}                          | ${'a week is there twice'}
		${changed(4, { channel_0: '' })}                 | ${{}}                                               | ${/In the period of 2023-01-30 'channel_0' is ''/}                    | ${'an empty cell is not 0'}
		${changed(4, { channel_0: '1,000' })}            | ${{}}                                               | ${/In the period of 2023-01-30 'channel_0' is '1,000', not a number/} | ${'a thousands separator could be a decimal one'}
		${changed(4, { channel_0: -5 })}                 | ${{}}                                               | ${/'channel_0' is '-5': it must not be negative/}                     | ${'spend is not negative'}
		${changed(4, { revenue: 'n/a' })}                | ${{}}                                               | ${/'revenue' is 'n\/a', not a number/}                                | ${'a word in a column of numbers'}
		${changed(4, { competitor: 'none' })}            | ${{}}                                               | ${/'competitor' is 'none', not a number/}                             | ${'a word among numbers is a mistake, not a kind'}
		${changed(4, { week: '30.01.2023' })}            | ${{}}                                               | ${/'30.01.2023' in the column 'week' is not a date/}                  | ${'another way to write dates'}
		${rows.map((row) => ({ ...row, channel_0: 0 }))} | ${{}}                                               | ${/Nothing was ever spent on 'channel_0'/}                            | ${'a channel that never spent'}
		${rows.map((row) => ({ ...row, revenue: 0 }))}   | ${{}}                                               | ${/'revenue' adds up to nothing/}                                     | ${'no result at all'}
	`('are refused: $because', ({ given, changes, message }) => {
		expect(() => channelMix(given, { ...options, ...changes })).toThrow(
			expect.objectContaining({ name: 'UserError', message: expect.stringMatching(message) }),
		);
	});

	test('words in a context column are told apart, the most frequent being usual', () => {
		const sales = rows.map((row, week) => ({
			...row,
			revenue: Number(row.revenue) + (week % 10 === 0 ? 50_000 : 0),
			event: week % 10 === 0 ? 'sale' : 'none',
		}));
		const blind = channelMix(sales, options);
		const told = channelMix(sales, { ...options, context: ['competitor', 'event'] });
		expect(told.fit.nrmse).toBeLessThan(blind.fit.nrmse / 2);
	});

	test('days are read as well as weeks', () => {
		const days = Array.from({ length: 120 }, (_, day) => ({
			week: new Date(Date.parse('2026-01-01') + day * 86_400_000).toISOString().slice(0, 10),
			revenue: 1000 + (day % 7 === 5 ? 400 : 0) + 3 * (day % 11),
			competitor: (day * 7) % 13,
			channel_0: 20 * (day % 11),
		}));
		const mix = channelMix(days, options);
		expect(mix).toMatchObject({ periodDays: 1, recentPeriods: 91 });
		expect(mix.channels[0]!.contribution.low).toBeGreaterThan(0);
		expect(mix.fit.r2).toBeGreaterThan(0.95);
	});
});
