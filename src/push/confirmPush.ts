import type { StandingAlert } from '../alerts/standingAlerts';
import { UserError } from '../errors';
import { formatMoney } from '../format/formatMoney';
import { formatInstant } from '../format/formatTime';
import { confirmNotes, nextSteps } from '../notes/confirmNotes';
import type { Note } from '../notes/note';
import { dryRunOf } from '../records/pushId';
import { isNumberLever, type Lever, LEVERS, type PushRecord, type PushStatus } from '../records/pushRecord';
import { resendFromMs } from '../records/resend';
import type { Confirmation } from './confirmation';
import { platformWords } from './platformWords';
import type { AnswerReading, PushAnswer } from './pushAnswer';
import type { PushPlatform, PushPlatforms } from './pushPlatform';
import { readingOf } from './readingOf';
import { type AnswersRun, type Untold, withRefusal } from './refusals';
import { retryAfterMs } from './retryAfter';

/** The part of a budget's state that answers settle. */
export interface ConfirmState {
	readonly budgetId: string;
	readonly timeZone: string;
	/** Oldest first. */
	readonly pushes: readonly PushRecord[];
	/** Alerts that are not over. */
	readonly alerts: readonly StandingAlert[];
}

/**
 * Settles pushes by the answers of their platforms.
 *
 * @returns the records and alerts afterwards, and what became of each push, in the order of the answers
 * @throws UserError if no push of the budget has the ID of an answer
 */
export function confirmPush(
	state: ConfirmState,
	platforms: PushPlatforms,
	{ answers, ...run }: AnswersRun & { readonly answers: readonly PushAnswer[] },
): {
	pushes: readonly PushRecord[];
	alerts: readonly StandingAlert[];
	confirmations: readonly Confirmation[];
} {
	let { pushes, alerts } = state;
	const { timeZone } = state;
	const { nowMs } = run;
	const settle = (answer: PushAnswer): Untold => {
		const dryRun = dryRunOf(answer.pushId);
		if (dryRun !== null) return validated(state, { ...dryRun, platforms }, answer);
		const record = pushes.find(({ pushId }) => pushId === answer.pushId) ?? unknownPush(answer, state);
		const platform = platforms[record.platform]!;
		const reading = readingOf(answer, platform);
		const settled = settledByAnswer(
			record,
			reading,
			retryAfterMs(answer.headers, reading.retryAfterSeconds, nowMs),
			nowMs,
		);
		if (settled !== record) pushes = pushes.map((push) => (push === record ? settled : push));
		return confirmationOf(settled, { ...state, pushes }, { platform, reading, nowMs });
	};
	const confirmations = answers.map((answer): Confirmation => {
		const { confirmation, standing } = withRefusal(settle(answer), alerts, { ...run, timeZone });
		alerts = standing;
		return confirmation;
	});
	return { pushes, alerts, confirmations };
}

const STATUS_OF: Readonly<Record<AnswerReading['code'], Exclude<PushStatus, 'prepared'>>> = {
	accepted: 'confirmed',
	refused: 'failed',
	'rate-limited': 'failed',
	'server-error': 'failed',
	'partly-applied': 'unknown',
	'no-answer': 'unknown',
	unreadable: 'unknown',
};

/** A record after an answer. What is confirmed stays so, and no answer is no news about a push that is settled. */
function settledByAnswer(
	record: PushRecord,
	{ code }: AnswerReading,
	retryAtMs: number | null,
	nowMs: number,
): PushRecord {
	const status = STATUS_OF[code];
	const stays = record.status === 'confirmed' || (record.status === 'failed' && status !== 'confirmed');
	if (stays) return record;
	return { ...record, status, code, settledMs: nowMs, ...(status === 'failed' && retryAtMs !== null && { retryAtMs }) };
}

function confirmationOf(
	record: PushRecord,
	{ budgetId, timeZone, pushes }: ConfirmState,
	{
		platform,
		reading,
		nowMs,
	}: { readonly platform: PushPlatform; readonly reading: AnswerReading; readonly nowMs: number },
): Untold {
	const { status, from, to, currency = null } = record;
	if (status === 'prepared') throw new RangeError('An answer settles a push');
	const inForce = { confirmed: to, failed: from, unknown: null }[status];
	const shown = (value: string) =>
		currency !== null ? formatMoney(value, currency) : isNumberLever(record.lever) ? value : `'${value}'`;
	const againMs = status === 'failed' ? Math.max(nowMs, resendFromMs(record, pushes) ?? nowMs) : null;
	const needsPerson = status === 'failed' && reading.code === 'refused';
	const reason =
		status === 'confirmed' && reading.code !== 'accepted'
			? confirmNotes.readBack(record.object, shown(to))
			: reasonOf(reading, platform.profile.label, record.object, shown(to));
	return {
		pushId: record.pushId,
		budgetId,
		platform: record.platform,
		object: record.object,
		lever: record.lever,
		currency,
		dryRun: false,
		status,
		reason,
		from,
		to,
		inForce,
		next: nextOf(status, { refused: reading.code === 'refused', from: againMs, timeZone }),
		retryAtMs: againMs,
		needsPerson,
	};
}

/** Characters of an answer that cannot be read: enough to recognise what sent it. */
const BEGINNING = 80;

function reasonOf({ code, words }: AnswerReading, platform: string, object: string, value: string): Note {
	if (code === 'accepted') return confirmNotes.accepted(platform, object, value);
	const shown = platformWords(words, code === 'unreadable' ? BEGINNING : undefined);
	return confirmNotes.notAccepted(code, platform, shown);
}

function nextOf(
	status: Confirmation['status'],
	{
		refused,
		from,
		timeZone,
	}: {
		readonly refused: boolean;
		readonly from: number | null;
		readonly timeZone: string;
	},
): string {
	if (status === 'confirmed') return nextSteps.confirmed;
	if (from === null) return nextSteps.readFirst;
	return (refused ? nextSteps.correct : nextSteps.again)(formatInstant(from, timeZone));
}

/** What became of a request that the platform only validated. */
function validated(
	{ budgetId }: ConfirmState,
	{
		platform: name,
		object,
		lever,
		platforms,
	}: { platform: string; object: string; lever: string; platforms: PushPlatforms },
	answer: PushAnswer,
): Untold {
	const platform = platforms[name];
	const known = LEVERS.find((candidate): candidate is Lever => candidate === lever);
	if (platform === undefined || known === undefined) return unknownPush(answer, { budgetId });
	const reading = readingOf(answer, platform);
	const { label } = platform.profile;
	const accepted = reading.code === 'accepted';
	return {
		pushId: answer.pushId,
		budgetId,
		platform: name,
		object,
		lever: known,
		currency: null,
		dryRun: true,
		status: STATUS_OF[reading.code],
		reason: accepted ? confirmNotes.validated(label) : reasonOf(reading, label, object, ''),
		from: null,
		to: null,
		inForce: null,
		next: accepted ? nextSteps.validated : nextSteps.notValidated,
		retryAtMs: null,
		needsPerson: reading.code === 'refused',
	};
}

/** @throws UserError always */
function unknownPush({ pushId }: PushAnswer, { budgetId }: Pick<ConfirmState, 'budgetId'>): never {
	throw new UserError(
		`The budget '${budgetId}' has no push '${pushId.slice(0, 80)}'`,
		"Map 'Push ID' and 'Budget ID' to the fields pushId and budgetId of the item that left Prepare Push.",
	);
}
