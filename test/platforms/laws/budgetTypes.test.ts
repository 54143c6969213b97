import { PUSH_PLATFORMS } from '../../../src/platforms/registry';
import { fixturesOf } from '../../support/platformFixtures';
import { push } from '../../support/plans';
import { speechless } from '../../support/reportRows';
import { BUDGET_SHAPES } from '../../support/readBudgets';

const FIXTURES = fixturesOf('push');
type Shape = (typeof BUDGET_SHAPES)[number];

/** A push of 110 to an object of which this was read, by the amount of the platform. */
const pushTo = ({ platform, level }: Shape, read: (units: number) => unknown, more = {}) => {
	const { target, unitsPerMajor } = FIXTURES[platform]!;
	const objects = [{ id: '7', current: read(100 * unitsPerMajor('USD')) as never }];
	return push({
		dayAmount: '110.00',
		target: { platform, level, lever: 'dayTotal', objects, ...target, ...more },
		asRead: true,
	});
};

test('every level of every platform is covered, but shared budgets of Microsoft, which are always daily', () => {
	const covered = BUDGET_SHAPES.map(({ platform, level }) => `${platform} ${level}`).sort();
	const levels = Object.entries(PUSH_PLATFORMS)
		.flatMap(([platform, { profile }]) => profile.levels.map((level) => `${platform} ${level}`))
		.filter((level) => !level.startsWith('generic') && level !== 'microsoft_ads budget');
	expect(covered).toEqual(levels.sort());
});

describe.each(BUDGET_SHAPES)('$platform, $level', (shape) => {
	test('a daily budget is read from the object that the platform returned', () => {
		const { requests, held } = pushTo(shape, shape.daily).push;
		expect(held).toEqual([]);
		expect(requests).toMatchObject([{ from: '100.00', to: '110.00' }]);
	});

	test('a total budget is never edited as a daily one, and the reason says so', () => {
		const { push: prepared, pushes } = pushTo(shape, shape.total);
		expect(prepared.requests).toEqual([]);
		expect(prepared.held).toMatchObject([
			{ code: 'total-budget', message: expect.stringMatching(/^This is a total budget.*left alone/), allowed: null },
		]);
		expect(pushes).toEqual([]);
	});

	test('a total budget stays alone whatever was pushed before, and whatever becomes of edits by people', () => {
		const before = pushTo(shape, shape.daily).pushes;
		const { target, unitsPerMajor } = FIXTURES[shape.platform]!;
		const objects = [{ id: '7', current: shape.total(100 * unitsPerMajor('USD')) }];
		const again = push({
			dayAmount: '150.00',
			planId: '2026-11-27-0000000000000002',
			pushes: before,
			guards: { peoplesEdits: 'resume', resumeAfterHours: 0, coolDownMinutes: 0, maxChangeFraction: 10 },
			target: { platform: shape.platform, level: shape.level, lever: 'dayTotal', objects, ...target },
		}).push;
		expect(again).toMatchObject({ requests: [], held: [{ code: 'total-budget' }] });
	});
});

describe('an amount alone', () => {
	const isAmbiguous = ({ platform, level }: Shape) => PUSH_PLATFORMS[platform].budgetTypeField?.[level] !== undefined;

	test.each(BUDGET_SHAPES.filter(isAmbiguous))(
		'is held back on $platform, $level: its field holds daily and total budgets',
		(shape) => {
			const { requests, held } = pushTo(shape, (units) => units).push;
			expect(requests).toEqual([]);
			expect(held).toMatchObject([{ code: 'budget-type-unknown', message: expect.stringMatching(/'Current Values'/) }]);
		},
	);

	test.each(BUDGET_SHAPES.filter((shape) => !isAmbiguous(shape)))('is a daily budget on $platform, $level', (shape) => {
		expect(pushTo(shape, (units) => units).push.requests).toMatchObject([{ from: '100.00', to: '110.00' }]);
	});
});

describe('an object without a budget of its own', () => {
	test.each`
		platform           | level         | read                                                              | code                     | because
		${'meta_ads'}      | ${'campaign'} | ${{ id: '7' }}                                                    | ${'no-budget'}           | ${'its ad sets have the budgets'}
		${'tiktok_ads'}    | ${'campaign'} | ${{ budget: 0, budget_mode: 'BUDGET_MODE_INFINITE' }}             | ${'no-budget'}           | ${'it is unlimited'}
		${'tiktok_ads'}    | ${'campaign'} | ${{ budget: 100 }}                                                | ${'budget-type-unknown'} | ${'the mode was not read'}
		${'pinterest_ads'} | ${'campaign'} | ${{ daily_spend_cap: null, lifetime_spend_cap: null }}            | ${'no-budget'}           | ${'its ad groups have the budgets'}
		${'pinterest_ads'} | ${'adGroup'}  | ${{ budget_in_micro_currency: null, budget_type: 'CBO_ADGROUP' }} | ${'no-budget'}           | ${'its campaign has the budget'}
		${'google_ads'}    | ${'budget'}   | ${{ resourceName: 'customers/1/campaignBudgets/7' }}              | ${'current-unknown'}     | ${'the query did not select the amount'}
		${'linkedin_ads'}  | ${'campaign'} | ${{ id: 7 }}                                                      | ${'current-unknown'}     | ${'the budgets were not read'}
	`('$platform, $level: $because', ({ platform, level, read, code }) => {
		const shape = BUDGET_SHAPES.find((one) => one.platform === platform && one.level === level)!;
		expect(pushTo(shape, () => read).push).toMatchObject({ requests: [], held: [{ code }] });
	});

	test('a daily budget of LinkedIn beside a total one is a daily budget', () => {
		const shape = BUDGET_SHAPES.find(({ platform }) => platform === 'linkedin_ads')!;
		const both = (units: number) => ({ ...shape.daily(units), ...shape.total(9 * units) });
		expect(pushTo(shape, both).push.requests).toMatchObject([{ from: '100.00' }]);
	});

	test("tomorrow's total of TikTok is held back like today's", () => {
		const shape = BUDGET_SHAPES.find(({ platform, level }) => platform === 'tiktok_ads' && level === 'adGroup')!;
		const { requests, held } = pushTo(shape, shape.total, { nextDayAmount: '120' }).push;
		expect(requests).toEqual([]);
		expect(held.map(({ lever, code }) => ({ lever, code }))).toEqual([
			{ lever: 'day-total', code: 'total-budget' },
			{ lever: 'next-day-total', code: 'total-budget' },
		]);
	});
});

test.each(BUDGET_SHAPES)('$platform, $level: no object, whatever is in it, is edited by mistake', (shape) => {
	const fields = Object.keys({ ...shape.daily(1), ...shape.total(1) });
	for (const value of [speechless, {}, [], NaN, true, 'x', -1]) {
		const read = () => pushTo(shape, () => Object.fromEntries(fields.map((field) => [field, value]))).push.requests;
		expect(read()).toEqual([]);
	}
});

test('other objects of the same push are not affected', () => {
	const objects = [
		{ id: '7', share: 1, current: { daily_budget: '0', lifetime_budget: '3000000' } },
		{ id: '8', share: 1, current: { daily_budget: '5000', lifetime_budget: '0' } },
	];
	const { requests, held } = push({ dayAmount: '110.00', target: { platform: 'meta_ads', objects } }).push;
	expect(requests).toMatchObject([{ object: 'campaign/8', from: '50.00', to: '55.00' }]);
	expect(held).toMatchObject([{ object: 'campaign/7', code: 'total-budget', wanted: '55.00' }]);
});
