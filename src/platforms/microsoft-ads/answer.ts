import { isRow, type Row } from '../../reports/row';
import { answerByOperation, answerByStatus, isSuccess, listIn } from '../../push/answerByStatus';
import { ACCEPTED, type AnswerReading, type PlatformAnswer } from '../../push/pushAnswer';

/** CallRateExceeded. */
const CALL_RATE_EXCEEDED = 117;

/**
 * With status 200, `PartialErrors` lists the objects that failed; every request of this package edits one object. It is empty
 * or null if none did. Other errors are lists too.
 *
 * @see https://learn.microsoft.com/en-us/advertising/guides/handle-service-errors-exceptions
 */
export function microsoftAdsAnswer(answer: PlatformAnswer): AnswerReading {
	if (!isRow(answer.body)) return answerByStatus(answer);
	const { body } = answer;
	const errors = ['PartialErrors', 'Errors', 'BatchErrors', 'OperationErrors'].flatMap((list) =>
		listIn(body[list]).filter(isRow),
	);
	if (errors.length === 0) {
		const { PartialErrors: list } = body;
		const isDone = isSuccess(answer.statusCode) && (list === null || Array.isArray(list));
		return isDone ? ACCEPTED : answerByStatus(answer);
	}
	const words = errors.map(wordsOf);
	if (errors.some(({ Code }) => Number(Code) === CALL_RATE_EXCEEDED)) {
		return { code: 'rate-limited', words: words.join('; ') };
	}
	return answer.statusCode < 300 ? answerByOperation(words, undefined) : answerByStatus(answer, words.join('; '));
}

const wordsOf = ({ ErrorCode, Message, Details }: Row): string =>
	[Details ?? Message, ErrorCode === undefined ? '' : `(${String(ErrorCode)})`].filter(Boolean).map(String).join(' ');
