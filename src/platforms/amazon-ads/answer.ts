import { isRow } from '../../reports/row';
import { answerByOperation, answerByStatus, listIn, wordsIn } from '../../push/answerByStatus';
import type { AnswerReading, PlatformAnswer } from '../../push/pushAnswer';

/**
 * With status 207, `campaigns` has a list `success` and a list `error`, whose entries have their own `errors`.
 *
 * @see https://github.com/amzn/ads-advanced-tools-docs, PUT /sp/campaigns
 */
export function amazonAdsAnswer(answer: PlatformAnswer): AnswerReading {
	const campaigns = isRow(answer.body) ? answer.body['campaigns'] : undefined;
	if (!isRow(campaigns) || answer.statusCode >= 300) return answerByStatus(answer);
	const failed = listIn(campaigns['error']);
	const operations = failed.length + listIn(campaigns['success']).length;
	return operations === 0 ? answerByStatus(answer) : answerByOperation(failed.map(reasonsOf), operations);
}

/** The reasons of one campaign: `errors[].errorValue` has one field, named by the kind of error, with its message. */
function reasonsOf(entry: unknown): string {
	const errors = isRow(entry) ? listIn(entry['errors']).filter(isRow) : [];
	const words = errors.map(({ errorType, errorValue }) => {
		const said = isRow(errorValue) ? Object.values(errorValue).map(wordsIn).filter(Boolean).join(', ') : '';
		return said === '' ? String(errorType ?? '') : said;
	});
	return words.join('; ') || wordsIn(entry) || 'the campaign was not changed';
}
