import { horizonWords } from '../../../src/messages/horizonWords';
import type { HorizonForecast } from '../../../src/forecast/horizonForecast';

const month: HorizonForecast = {
	target: '30000.00',
	spent: '17400',
	probability: 0.1,
	projected: { mean: 28_900, low: 27_800, high: 30_100, level: 0.8 },
	utilization: 0.58,
	period: { start: '2026-11-01', end: '2026-11-30' },
	elapsed: 0.617,
	pace: 0.94,
	daysLeft: 12,
	neededPerDay: '1050.00',
	yesterday: { spent: '950.00', neededPerDay: '1042.30' },
};

const judged = { currency: 'EUR', status: 'on-pace', isReported: true } as const;
const whole =
	'62% of the month is over, 58% of €30,000.00 spent (pace 0.94). Projected at €28,900.00 (€27,800.00 to €30,100.00), 96% of the target. €1,050.00 a day is needed for the 12 days left, today included. Yesterday €950.00 was spent and €1,042.30 was needed.';

test.each`
	because                                      | changes                                                  | how                                            | words
	${'everything is known'}                     | ${{}}                                                    | ${{}}                                          | ${whole}
	${'a first day has no pace'}                 | ${{ pace: null, yesterday: null }}                       | ${{}}                                          | ${'62% of the month is over, 58% of €30,000.00 spent. Projected at €28,900.00 (€27,800.00 to €30,100.00), 96% of the target. €1,050.00 a day is needed for the 12 days left, today included.'}
	${'stale data allows no judgement'}          | ${{ yesterday: null }}                                   | ${{ status: 'stale-data' }}                    | ${'62% of the month is over, 58% of €30,000.00 spent. €1,050.00 a day is needed for the 12 days left, today included.'}
	${'what was never reported is not zero'}     | ${{ pace: null, yesterday: null }}                       | ${{ status: 'stale-data', isReported: false }} | ${'62% of the month is over; nothing has been reported yet. €1,050.00 a day is needed for the 12 days left, today included.'}
	${'an assumption is named'}                  | ${{ assumed: '5000.00', yesterday: null, daysLeft: 1 }}  | ${{ status: 'stale-data' }}                    | ${'62% of the month is over, 58% of €30,000.00 spent, €5,000.00 of it before the first report. €1,050.00 is needed today, the last day.'}
	${'nothing is needed where nothing is left'} | ${{ neededPerDay: '0.00', yesterday: null }}             | ${{ status: 'stale-data' }}                    | ${'62% of the month is over, 58% of €30,000.00 spent. Nothing is left of €30,000.00.'}
	${'a closed day is none of those left'}      | ${{ isClosedToday: true, yesterday: null }}              | ${{ status: 'stale-data' }}                    | ${'62% of the month is over, 58% of €30,000.00 spent. €1,050.00 a day is needed on the 12 open days left.'}
	${'one open day is left after a closed one'} | ${{ isClosedToday: true, daysLeft: 1, yesterday: null }} | ${{ status: 'stale-data' }}                    | ${'62% of the month is over, 58% of €30,000.00 spent. €1,050.00 is needed on the only open day left.'}
	${'no open day is left'}                     | ${{ daysLeft: 0, yesterday: null }}                      | ${{ status: 'stale-data' }}                    | ${'62% of the month is over, 58% of €30,000.00 spent. No open day is left.'}
`('a month in words: $because', ({ changes, how, words }) => {
	expect(horizonWords('month', { ...month, ...changes }, { ...judged, ...how })).toBe(words);
});
