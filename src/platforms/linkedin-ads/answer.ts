import { answerByStatus } from '../../push/answerByStatus';
import { ACCEPTED, type AnswerReading, type PlatformAnswer } from '../../push/pushAnswer';

const NO_CONTENT = 204;

/**
 * A partial update is answered with 204 and nothing else; an error has its status, and its words in `message`.
 *
 * @see https://learn.microsoft.com/en-us/linkedin/shared/api-guide/concepts/error-handling
 */
export const linkedinAdsAnswer = (answer: PlatformAnswer): AnswerReading =>
	answer.statusCode === NO_CONTENT ? ACCEPTED : answerByStatus(answer);
