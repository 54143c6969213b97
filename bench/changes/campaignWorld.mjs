import { streamSeed } from '../market/streamSeed.mjs';
import { seededRandom } from '../random.mjs';

export const CAMPAIGNS = 5;

/** Standard deviations of logarithms of day effects: shared, by weekday and at random, and of a single campaign. */
const WEEKDAY = 0.15;
const COMMON_DAY = 0.1;
const OWN_DAY = 0.15;

/** Daily probability that the level of spend changes. */
const NEW_SPEND = 0.1;

/**
 * Five campaigns whose conversions grow less than their spend, which changes now and then. Each call gives the next day of all of them, the conversions of the first times a factor.
 *
 * @param perDay conversions of a campaign, about
 */
export function campaignWorld(seed, perDay) {
	const { uniform, normal, poisson } = seededRandom(streamSeed('campaigns', seed, perDay));
	const campaigns = Array.from({ length: CAMPAIGNS }, () => ({
		level: perDay * Math.exp(0.4 * normal()),
		elasticity: 0.3 + 0.5 * uniform(),
		spend: 100,
	}));
	const weekdays = Array.from({ length: 7 }, () => Math.exp(WEEKDAY * normal()));
	let position = 0;
	return (factor) => {
		const common = weekdays[position++ % 7] * Math.exp(COMMON_DAY * normal());
		return campaigns.map((campaign, at) => {
			if (uniform() < NEW_SPEND) campaign.spend = 100 * Math.exp(0.5 * normal());
			const own = Math.exp(OWN_DAY * normal() - OWN_DAY ** 2 / 2) * (at === 0 ? factor : 1);
			const mean = campaign.level * (campaign.spend / 100) ** campaign.elasticity * common * own;
			const conversions = Array.from({ length: 24 }, () => poisson(mean / 24));
			return { spend: campaign.spend, conversions };
		});
	};
}
