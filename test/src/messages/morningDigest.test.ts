import fc from 'fast-check';

import { overviewOf, overviewPage } from '../../../src/index';
import { displayName } from '../../../src/format/displayName';
import { morningDigest } from '../../../src/messages/morningDigest';
import { NOON, overviewState, overviewStates } from '../../support/overviewStates';
import { hostileName } from './forecast';
import { expectHarmless, expectSlackAccepts } from './slackLimits';

const states = overviewStates();
const budgets = states.map((state) => overviewOf(state, { nowMs: NOON }));
const digest = morningDigest(budgets, [{ budgetId: 'broken', problem: 'The pacing state is damaged' }]);

describe('a morning digest', () => {
	test('says what needs a person, what moved, what was done and why, and what is planned', () => {
		expect(digest.mail.subject).toBe('5 of 6 budgets need attention');
		expect(digest.mail.text.split('\n\n').map((part) => part.split('\n')[0])).toEqual([
			'5 of 6 budgets need attention',
			'Needs attention',
			'Moved since yesterday',
			'Done in the last 24 hours',
			'Planned',
		]);
		expect(digest.text).toContain('*broken*: The pacing state is damaged');
		expect(digest.text).toContain(
			'*Client edited*: Somebody set Google Ads budget/222 to €400.00; the last push was €280.00.',
		);
		expect(digest.text).toContain(
			'*Client edited*: 11:00 Somebody set Google Ads budget/222 to €400.00; the last push was €280.00, and 1 more.',
		);
		expect(digest.text).toMatch(/\*GBP\*: £1,\d{3}\.\d\d planned for today over 1 budget\./);
	});

	test('a day that was far from what was needed is said with what is needed now', () => {
		const [behind] = [overviewOf(overviewState({ budgetId: 'behind', monthlyAmount: '45000.00' }), { nowMs: NOON })];
		// 21,120 of 45,000 were spent by this morning, with 8 days left: 2,985 a day; 2,768.88 over 9 days yesterday.
		expect(morningDigest([behind], []).text).toMatch(
			/\*Client behind\*: yesterday €960\.00 was spent and €2,760\.00 was needed; from today on it takes €2,985\.00 a day\. The month is projected at \d\d%\./,
		);
	});

	test('a tomorrow that differs from today is planned with its reason', () => {
		const budget = budgets.find(({ plan }) => plan !== null)!;
		const days = [{ date: '2026-11-24', amount: '700.00', why: 'Weighed by its event' }];
		const plan = { ...budget.plan!, date: '2026-11-23', dayAmount: '500.00', days };
		expect(morningDigest([{ ...budget, plan }], []).text).toContain(
			'£500.00 today, £700.00 tomorrow. Weighed by its event.',
		);
	});

	test('one budget of many needs you', () => {
		const [, ...calm] = Array.from({ length: 4 }, () => budgets[0]!);
		expect(morningDigest(calm, [{ budgetId: 'b', problem: 'Gone' }]).mail.subject).toBe(
			'1 of 4 budgets needs attention',
		);
	});

	test('nothing is said of what is not known', () => {
		const [, never, stale] = budgets;
		expect(morningDigest([never!, stale!], []).text).not.toContain('Moved');
	});

	test('without anything to do it says so', () => {
		expect(morningDigest([budgets[0]!], []).text.split('\n')[0]).toBe('Nothing needs attention: 1 budget');
		expect(morningDigest([], []).text).toBe('Nothing needs attention: 0 budgets');
	});

	test('fits Slack with any names and any number of budgets, and counts what is left out', () => {
		fc.assert(
			fc.property(fc.array(hostileName, { maxLength: 80 }), (names) => {
				const many = names.map((name, position) => {
					const budget = budgets[position % budgets.length]!;
					return { ...budget, alert: { ...budget.alert, name: displayName(name) || 'unnamed' } };
				});
				const { slack, text } = morningDigest(many, []);
				expectSlackAccepts(slack);
				expectHarmless(text);
				expect(text.length).toBeLessThanOrEqual(4000);
			}),
			{ numRuns: 50 },
		);
		const hundred = Array.from({ length: 100 }, () => budgets[4]!);
		const [, needs = ''] = morningDigest(hundred, []).mail.text.split('\n\n');
		const lines = needs.split('\n');
		expect(lines.at(-1)).toBe(`and ${100 - (lines.length - 2)} more`);
	});

	test('is that of the page', () => {
		const page = overviewPage(budgets, { nowMs: NOON });
		expect(page.slack).toEqual(morningDigest(budgets, []).slack);
	});
});
