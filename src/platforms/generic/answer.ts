import { answerByStatus } from '../../push/answerByStatus';
import type { AnswerReading, PlatformAnswer } from '../../push/pushAnswer';

/** An interface of one's own answers by its status: 2xx for done. */
export const genericAnswer = (answer: PlatformAnswer): AnswerReading => answerByStatus(answer);
