// The answers of googleAds:search, in pages, and of googleAds:searchStream, as a whole.
import { createHash } from 'node:crypto';

import { AdsError } from './errors.mjs';
import { runQuery } from './search.mjs';

/** Source: https://developers.google.com/google-ads/api/docs/reporting/paging */
const PAGE_SIZE = 10_000;

/**
 * Answers a search.
 *
 * @param method  googleAds:search or googleAds:searchStream
 * @param message that was read by its definition
 * @throws AdsError
 */
export function search(method, message, account, faults, requestId) {
	if (message.query === undefined)
		throw new AdsError('request_error', 'REQUIRED_FIELD_MISSING', 'Required field is missing.', ['query']);
	if (message.page_size !== undefined) {
		throw new AdsError(
			'request_error',
			'PAGE_SIZE_NOT_SUPPORTED',
			`Setting the page size is not supported. Search responses will have fixed page size of '${PAGE_SIZE}' rows.`,
			['page_size'],
		);
	}
	const { rows, fieldMask } = runQuery(account, message.query, (reported) => faults.onReport(reported));
	if (method.endsWith('Stream')) {
		return Response.json(rows.length === 0 ? [] : [{ results: rows, fieldMask, requestId }]);
	}
	if (message.validate_only) return Response.json({});
	const size = faults.pageSize() ?? PAGE_SIZE;
	const offset = message.page_token === undefined ? 0 : offsetOf(message.page_token, message.query);
	const more = offset + size < rows.length;
	return Response.json({
		...(rows.length > 0 && { results: rows.slice(offset, offset + size) }),
		...(more && { nextPageToken: pageToken(offset + size, message.query) }),
		...(message.search_settings?.return_total_results_count && { totalResultsCount: String(rows.length) }),
		fieldMask,
	});
}

const digest = (query) => createHash('sha256').update(query).digest('base64url').slice(0, 12);

/** A token that only the same query continues. */
const pageToken = (offset, query) => Buffer.from(`${digest(query)}:${offset}`).toString('base64url');

function offsetOf(token, query) {
	const [, of, offset] = /^([\w-]{12}):(\d+)$/.exec(Buffer.from(token, 'base64url').toString()) ?? [];
	if (of !== digest(query))
		throw new AdsError('request_error', 'INVALID_PAGE_TOKEN', 'Page token is invalid.', ['page_token']);
	return Number(offset);
}
