import { answerByStatus, isSuccess } from '../../push/answerByStatus';
import { ACCEPTED, type AnswerReading, type PlatformAnswer } from '../../push/pushAnswer';

/** An interface of one's own answers by its status: 2xx for done. */
export const genericAnswer = (answer: PlatformAnswer): AnswerReading =>
	isSuccess(answer.statusCode) ? ACCEPTED : answerByStatus(answer);
