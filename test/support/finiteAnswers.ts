import fc from 'fast-check';

import {
	budgetReport,
	checkExhaustion,
	createState,
	damageOf,
	describeAlert,
	fanChart,
	ingest,
	learnedPattern,
	optimizeAllocation,
	pacingMultiplier,
	type PacingState,
	pacingStatus,
	preparePush,
	readState,
	reallocate,
	STRATEGIES,
	UserError,
	whatIf,
} from '../../src/index';
import { hostileHistory, type HostileHistory } from './hostileHistories';
import { casesOf } from './runs';

/** Where a value holds a number that is not finite, or the text of one; a pace against a plan of nothing is infinite, and is known to be. */
function notFinite(value: unknown, path = ''): string[] {
	if (typeof value === 'number') {
		return Number.isFinite(value) || (value === Infinity && path.endsWith('.paceRatio')) ? [] : [`${path} ${value}`];
	}
	if (typeof value === 'string') return /NaN|N\.aN|Infinity|undefined/.test(value) ? [`${path} ${value}`] : [];
	if (ArrayBuffer.isView(value)) return notFinite([...(value as Float64Array)], path);
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([field, part]) => notFinite(part, `${path}.${field}`));
}

/** The answer of a public function: finite, and with a state that can be stored and read again. A `UserError` is an answer too. */
export function answerOf<Answer>(call: () => Answer): Answer | null {
	try {
		const answer = call();
		expect(notFinite(answer)).toEqual([]);
		if (typeof answer === 'object' && answer !== null && 'state' in answer) {
			const readAgain = readState(JSON.parse(JSON.stringify(answer.state)));
			expect(readAgain).toEqual(answer.state);
			expect(damageOf(readAgain)).toEqual([]);
		}
		return answer;
	} catch (error) {
		expect(error).toBeInstanceOf(UserError);
		return null;
	}
}

function stateOf({ definition, reports }: HostileHistory): PacingState {
	return reports.reduce<PacingState>(
		(state, { windows, nowMs }) => answerOf(() => ingest(state, windows, nowMs))!.state,
		createState(definition),
	);
}

/** Answers that change nothing, by what they are called. */
const READERS: Record<string, (state: PacingState, nowMs: number) => unknown> = {
	budgetReport: (state, nowMs) => budgetReport(state, { nowMs }),
	describeAlert: (state, nowMs) =>
		describeAlert(state, { exhaustion: checkExhaustion(state, { nowMs }).exhaustion, nowMs }),
	fanChart: (state, nowMs) => fanChart(state, { nowMs }),
	learnedPattern: (state) => learnedPattern(state),
	pacingMultiplier: (state, nowMs) => pacingMultiplier(state, { nowMs }),
	pacingStatus: (state, nowMs) => pacingStatus(state, { nowMs }),
	whatIf: (state, nowMs) => whatIf(state, { nowMs }),
};

const TARGET = { platform: 'google_ads', accountId: '1', objects: [{ id: '1' }] } as const;

/** Parts into which the cases are divided, so that several processes can try them. */
const PARTS = 2;

/**
 * Tries one part of the cases of this law: over hostile histories, every answer is finite and every state can be read again.
 *
 * @param part from 0 on; each part has cases of its own
 */
export function expectFiniteAnswers(part: number): void {
	const { numRuns, seed = fc.readConfigureGlobal().seed, ...cases } = casesOf({ usual: 50, thorough: 20_000 });
	fc.assert(
		fc.property(
			hostileHistory,
			fc.constantFrom(...STRATEGIES),
			fc.constantFrom(...Object.keys(READERS)),
			(history, strategy, reader) => {
				const { nowMs } = history;
				let state = stateOf(history);
				state = answerOf(() => optimizeAllocation(state, { strategy, nowMs }))?.state ?? state;
				const checked = answerOf(() => checkExhaustion(state, { nowMs }));
				expect(checked).not.toBeNull();
				({ state } = checked!);
				state = answerOf(() => reallocate(state, { nowMs }))?.state ?? state;
				answerOf(() => READERS[reader]!(state, nowMs));
				answerOf(() => preparePush(state, { target: TARGET, nowMs, dryRun: false }));
			},
		),
		{ ...cases, numRuns: numRuns / PARTS, ...(seed !== undefined && { seed: seed + part }) },
	);
}

/** Milliseconds that a part may take. */
export const PATIENCE_MS = 3_600_000;
