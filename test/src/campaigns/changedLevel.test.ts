import type { CampaignDay } from '../../../src/campaigns/campaignDays';
import { responseMoments } from '../../../src/campaigns/responseMoments';
import { learnResponses } from '../../../src/campaigns/learnResponses';
import { addDays } from '../../../src/time/localClock';

const DAYS = 24;

/** Days with results proportional to the square root of spend; the last five at half the level. */
const days = (isDetected: boolean): CampaignDay[] =>
	Array.from({ length: DAYS }, (_, day) => {
		const spend = 100 * (1 + 0.5 * Math.sin(2 * day));
		const isOld = day < DAYS - 5;
		return {
			date: addDays('2026-10-05', day),
			day,
			spend,
			result: (isOld ? 400 : 200) * Math.sqrt(spend / 100),
			reported: 1,
			...(isDetected && isOld && { isOutdated: true }),
		};
	});

const otherCampaign = days(false).map((day) => ({ ...day, result: 400 * Math.sqrt(day.spend / 100) }));

describe('a campaign that was found to have changed', () => {
	const afterDetection = learnResponses([days(true), otherCampaign], true)![0]!;
	const withoutDetection = learnResponses([days(false), otherCampaign], true)![0]!;

	test('is expected to deliver the results it has had since the change', () => {
		expect(Math.abs(responseMoments(afterDetection, 100).mean / 200 - 1)).toBeLessThan(0.1);
		expect(responseMoments(afterDetection, 100).mean).toBeLessThan(responseMoments(withoutDetection, 100).mean);
	});

	test('keeps the shape of its response from the days before', () => {
		const { mean, meanSlope } = responseMoments(afterDetection, 100);
		expect(meanSlope / mean).toBeGreaterThan(0.35);
		expect(meanSlope / mean).toBeLessThan(0.65);
		expect(afterDetection.days).toBe(DAYS);
	});
});
