import type { IDataObject } from 'n8n-workflow';

import type { PushAnswer } from '../../src/index';

/**
 * The answer in an item of the HTTP Request node: its full response, where text is in `data`, or the item that was sent with the
 * error that came instead. What the item is tells them apart, not the output that it left through.
 */
export function answerOf(pushId: string, { statusCode, body, data, headers, error }: IDataObject): PushAnswer {
	return {
		pushId,
		...(typeof statusCode === 'number' && { statusCode }),
		body: body ?? data,
		...(typeof headers === 'object' && headers !== null && { headers: headers as Record<string, unknown> }),
		...(error !== undefined && error !== null && { error }),
	};
}
