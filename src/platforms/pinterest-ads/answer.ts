import { isRow } from '../../reports/row';
import { answerByOperation, answerByStatus, listIn, wordsIn } from '../../push/answerByStatus';
import type { AnswerReading, PlatformAnswer } from '../../push/pushAnswer';

/**
 * With status 200, an object is in `data`, or its reasons in `exceptions` if it failed. A list of objects themselves is what reading them gives.
 *
 * @see https://github.com/pinterest/api-description, CampaignUpdateResponse and AdGroupArrayResponse
 */
export function pinterestAdsAnswer(answer: PlatformAnswer): AnswerReading {
	const items = isRow(answer.body) ? listIn(answer.body['items']).filter(isRow) : [];
	if (items.length === 0 || answer.statusCode >= 300) return answerByStatus(answer);
	const failed = items
		.map(({ exceptions }) => [exceptions].flat().filter(isRow))
		.filter((exceptions) => exceptions.length > 0);
	if (failed.length === 0 && !items.every(({ data }) => isRow(data))) return answerByStatus(answer);
	return answerByOperation(failed.map(wordsIn), items.length);
}
