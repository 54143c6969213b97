import type { CampaignResponse } from './learnResponses';
import { relativeResponse } from './shapes';
import { SIBLING_SHAPES } from './siblingShapes';

/** Results that a campaign's day is expected to bring, over all its shapes and levels. @returns of a spend, major units, >= 0 */
export function meanResponse({ siblingSpend, weights, levels }: CampaignResponse): (spend: number) => number {
	const parts = SIBLING_SHAPES.map(({ shape }, position) => ({
		shape,
		scale: weights[position]! * levels[position]!,
	}));
	return (spend) => {
		const t = spend / siblingSpend;
		let mean = 0;
		for (const { shape, scale } of parts) mean += scale * relativeResponse(shape, t);
		return mean;
	};
}
