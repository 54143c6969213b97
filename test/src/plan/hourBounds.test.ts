import { type BoundsInput, hourBounds } from '../../../src/plan/hourBounds';

/** An hour of a day of 240.00, without delivery and without a previous plan. */
const HOUR: BoundsInput = {
	limits: {},
	currency: 'EUR',
	dayAmount: 24_000,
	hours: 1,
	delivered: 0,
	before: null,
};

describe('bounds of an hour, in cents', () => {
	test.each`
		limits                                               | hour                                  | low     | high        | lowCode               | highCode              | because
		${{}}                                                | ${{}}                                 | ${0}    | ${Infinity} | ${null}               | ${null}               | ${'without limits any amount is allowed'}
		${{ minHourlyAmount: '2.005' }}                      | ${{}}                                 | ${201}  | ${Infinity} | ${'minimum-per-hour'} | ${null}               | ${'a minimum is rounded up'}
		${{ maxHourlyAmount: '2.009' }}                      | ${{}}                                 | ${0}    | ${200}      | ${null}               | ${'maximum-per-hour'} | ${'a maximum is rounded down'}
		${{ minHourlyAmount: '2.01' }}                       | ${{ hours: 0.5 }}                     | ${101}  | ${Infinity} | ${'minimum-per-hour'} | ${null}               | ${'half an hour has half the minimum, rounded up'}
		${{ maxHourlyAmount: '2.01' }}                       | ${{ hours: 0.5 }}                     | ${0}    | ${100}      | ${null}               | ${'maximum-per-hour'} | ${'half an hour has half the maximum, rounded down'}
		${{ minHourlyShare: 0.02, maxHourlyShare: 0.05 }}    | ${{}}                                 | ${480}  | ${1200}     | ${'minimum-per-hour'} | ${'maximum-per-hour'} | ${'shares are of the day'}
		${{ minHourlyShare: 0.02, maxHourlyShare: 0.05 }}    | ${{ hours: 0.5 }}                     | ${240}  | ${600}      | ${'minimum-per-hour'} | ${'maximum-per-hour'} | ${'half an hour has half the share'}
		${{ minHourlyShare: 0.07 }}                          | ${{ dayAmount: 100 }}                 | ${7}    | ${Infinity} | ${'minimum-per-hour'} | ${null}               | ${'0.07 * 100 is slightly above 7 in floating point'}
		${{ maxHourlyShare: 0.29 }}                          | ${{ dayAmount: 100 }}                 | ${0}    | ${29}       | ${null}               | ${'maximum-per-hour'} | ${'0.29 * 100 is slightly below 29 in floating point'}
		${{ minHourlyShare: 0.071 }}                         | ${{ dayAmount: 100 }}                 | ${8}    | ${Infinity} | ${'minimum-per-hour'} | ${null}               | ${'7.1 cents are rounded up'}
		${{ maxHourlyShare: 0.299 }}                         | ${{ dayAmount: 100 }}                 | ${0}    | ${29}       | ${null}               | ${'maximum-per-hour'} | ${'29.9 cents are rounded down'}
		${{ maxHourlyShare: 1 }}                             | ${{}}                                 | ${0}    | ${Infinity} | ${null}               | ${null}               | ${'the whole day is no limit'}
		${{ minHourlyAmount: '5.00', minHourlyShare: 0.01 }} | ${{}}                                 | ${500}  | ${Infinity} | ${'minimum-per-hour'} | ${null}               | ${'the larger minimum applies'}
		${{ maxHourlyAmount: '5.00', maxHourlyShare: 0.1 }}  | ${{}}                                 | ${0}    | ${500}      | ${null}               | ${'maximum-per-hour'} | ${'the smaller maximum applies'}
		${{ maxChangePerPlan: 0.2 }}                         | ${{ before: 1000 }}                   | ${800}  | ${1200}     | ${'change-per-plan'}  | ${'change-per-plan'}  | ${'a fifth either way from the previous plan'}
		${{ maxChangePerPlan: 0.2 }}                         | ${{}}                                 | ${0}    | ${Infinity} | ${null}               | ${null}               | ${'there is no previous plan to change from'}
		${{}}                                                | ${{ before: 1000 }}                   | ${0}    | ${Infinity} | ${null}               | ${null}               | ${'without the limit the previous plan does not matter'}
		${{ maxChangePerPlan: 0.1 }}                         | ${{ before: 70 }}                     | ${63}   | ${77}       | ${'change-per-plan'}  | ${'change-per-plan'}  | ${'1.1 * 70 is slightly above 77 in floating point'}
		${{ maxChangePerPlan: 0.16 }}                        | ${{ before: 25 }}                     | ${21}   | ${29}       | ${'change-per-plan'}  | ${'change-per-plan'}  | ${'1.16 * 25 is slightly below 29 in floating point'}
		${{ maxChangePerPlan: 0.1 }}                         | ${{ before: 55 }}                     | ${50}   | ${60}       | ${'change-per-plan'}  | ${'change-per-plan'}  | ${'49.5 is rounded up and 60.5 down'}
		${{ maxChangePerPlan: 0.2, minHourlyAmount: '20' }}  | ${{ before: 1000 }}                   | ${2000} | ${2000}     | ${'minimum-per-hour'} | ${'change-per-plan'}  | ${'a minimum overrides the maximum change'}
		${{ maxChangePerPlan: 0.2, maxHourlyAmount: '5' }}   | ${{ before: 1000 }}                   | ${500}  | ${500}      | ${'change-per-plan'}  | ${'maximum-per-hour'} | ${'a maximum overrides the maximum change'}
		${{ maxChangePerPlan: 0.2, maxHourlyAmount: '12' }}  | ${{ before: 1000 }}                   | ${800}  | ${1200}     | ${'change-per-plan'}  | ${'maximum-per-hour'} | ${'if both hold an hour down, its maximum is named'}
		${{ maxChangePerPlan: 0.2, minHourlyAmount: '8' }}   | ${{ before: 1000 }}                   | ${800}  | ${1200}     | ${'minimum-per-hour'} | ${'change-per-plan'}  | ${'if both keep an hour up, its minimum is named'}
		${{ minHourlyAmount: '5', maxHourlyShare: 0.01 }}    | ${{}}                                 | ${240}  | ${240}      | ${'minimum-per-hour'} | ${'maximum-per-hour'} | ${'a maximum overrides a minimum'}
		${{ minHourlyAmount: '5', maxHourlyAmount: '9' }}    | ${{ delivered: 700 }}                 | ${700}  | ${900}      | ${null}               | ${'maximum-per-hour'} | ${'more than the minimum is delivered'}
		${{ minHourlyAmount: '5', maxHourlyAmount: '9' }}    | ${{ delivered: 500 }}                 | ${500}  | ${900}      | ${null}               | ${'maximum-per-hour'} | ${'delivery already meets the minimum'}
		${{ minHourlyAmount: '5', maxHourlyAmount: '9' }}    | ${{ delivered: 1000 }}                | ${1000} | ${1000}     | ${null}               | ${'maximum-per-hour'} | ${'delivered spend cannot be taken back'}
		${{ maxHourlyAmount: '900' }}                        | ${{ currency: 'JPY', delivered: 10 }} | ${10}   | ${900}      | ${null}               | ${'maximum-per-hour'} | ${'the yen has no cents'}
	`('$limits and $hour give $low to $high: $because', ({ limits, hour, low, high, lowCode, highCode }) => {
		expect(hourBounds({ ...HOUR, ...hour, limits })).toEqual({ low, high, lowCode, highCode });
	});
});
