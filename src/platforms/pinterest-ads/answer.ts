import { isRow } from '../../reports/row';
import { answerByOperation, answerByStatus, listIn, wordsIn } from '../../push/answerByStatus';
import type { AnswerReading, PlatformAnswer } from '../../push/pushAnswer';

/**
 * With status 200, an object that failed has its reasons in `exceptions`.
 *
 * @see https://github.com/pinterest/api-description, CampaignUpdateResponse and AdGroupArrayResponse
 */
export function pinterestAdsAnswer(answer: PlatformAnswer): AnswerReading {
	const items = isRow(answer.body) ? listIn(answer.body['items']).filter(isRow) : [];
	if (items.length === 0 || answer.statusCode >= 300) return answerByStatus(answer);
	const failed = items
		.map(({ exceptions }) => [exceptions].flat().filter(isRow))
		.filter((exceptions) => exceptions.length > 0);
	return answerByOperation(failed.map(wordsIn), items.length);
}
