import type { CampaignDay } from '../../../src/campaigns/campaignDays';
import { responseMoments } from '../../../src/campaigns/responseMoments';
import { learnResponses } from '../../../src/campaigns/learnResponses';
import { addDays } from '../../../src/time/localClock';

const DAYS = 24;

/** Days whose results go with the root of spend; the last five at half the level. */
const days = (isToldOf: boolean): CampaignDay[] =>
	Array.from({ length: DAYS }, (_, day) => {
		const spend = 100 * (1 + 0.5 * Math.sin(2 * day));
		const isOld = day < DAYS - 5;
		return {
			date: addDays('2026-10-05', day),
			day,
			spend,
			result: (isOld ? 400 : 200) * Math.sqrt(spend / 100),
			reported: 1,
			...(isToldOf && isOld && { isOutdated: true }),
		};
	});

const sibling = days(false).map((day) => ({ ...day, result: 400 * Math.sqrt(day.spend / 100) }));

describe('a campaign that was found to have changed', () => {
	const told = learnResponses([days(true), sibling], true)![0]!;
	const untold = learnResponses([days(false), sibling], true)![0]!;

	test('is expected to bring what it brought since', () => {
		expect(Math.abs(responseMoments(told, 100).mean / 200 - 1)).toBeLessThan(0.1);
		expect(responseMoments(told, 100).mean).toBeLessThan(responseMoments(untold, 100).mean);
	});

	test('still responds to spend as the days before tell', () => {
		const { mean, meanSlope } = responseMoments(told, 100);
		expect(meanSlope / mean).toBeGreaterThan(0.35);
		expect(meanSlope / mean).toBeLessThan(0.65);
		expect(told.days).toBe(DAYS);
	});
});
