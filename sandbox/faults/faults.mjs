import { HOUR_MS } from '../account/calendar.mjs';
import { createChance } from '../account/chance.mjs';
import { FAULT_KINDS } from './kinds.mjs';

/** Marks a response that never arrives; sandbox/server.mjs drops the connection instead of sending it. */
export const NO_ANSWER = 'x-sandbox-no-answer';

/**
 * The faults of an account: what is to go wrong, asked for by the platforms' apps.
 *
 * `next(kind, options)` registers a fault. It strikes once, from now on; `afterHours` or `atMs` say when it begins, `times` how often it strikes,
 * `hours` for how long it strikes each time, `probability` how likely each time. Faults of requests take `of`: `pushes`, `reads` or `all`.
 * The other options are those of the kind, see its file.
 *
 * @param account whose clock counts and who is acted upon; without one only faults of requests that begin now can be had
 */
export function createFaults(account = null, { seed = 1 } = {}) {
	const pending = [];
	const happened = [];
	const chance = createChance(seed);
	const nowMs = () => account?.nowMs ?? 0;
	let asked = 0;

	function next(kind, options = {}) {
		const known = FAULT_KINDS[kind];
		if (known === undefined)
			throw new RangeError(`There is no fault '${kind}'. Choose from: ${Object.keys(FAULT_KINDS).join(', ')}`);
		const fromMs = options.atMs ?? nowMs() + (options.afterHours ?? 0) * HOUR_MS;
		const untilMs = options.hours === undefined ? Infinity : fromMs + options.hours * HOUR_MS;
		if (known.act !== undefined) return schedule(kind, known, options, fromMs, untilMs);
		const lasting = options.hours !== undefined || options.probability !== undefined;
		pending.push({ kind, options, fromMs, untilMs, timesLeft: options.times ?? (lasting ? Infinity : 1) });
	}

	function schedule(kind, { act, end }, options, fromMs, untilMs) {
		if (account === null) throw new RangeError(`The fault '${kind}' needs an account`);
		const planned = { kind, options, fromMs, untilMs, timesLeft: 1 };
		pending.push(planned);
		account.at(fromMs, () => {
			if (planned.timesLeft < 1) return;
			planned.timesLeft = 0;
			happened.push({ atMs: account.nowMs, kind });
			act(account, options);
		});
		if (end !== undefined && untilMs < Infinity) account.at(untilMs, () => end(account, options));
		account.play(account.nowMs);
	}

	/** The answer of the first fault that strikes, or null. */
	function ask(question, argument, concerns = () => true) {
		for (const fault of pending) {
			const kind = FAULT_KINDS[fault.kind];
			if (kind.on !== question || fault.timesLeft < 1 || !concerns(fault.options)) continue;
			if (nowMs() < fault.fromMs || nowMs() >= fault.untilMs) continue;
			if (chance('faults', fault.kind, ++asked).uniform() >= (fault.options.probability ?? 1)) continue;
			const answer = kind.answer(argument, fault.options, account);
			if (answer === null) continue;
			fault.timesLeft--;
			happened.push({ atMs: nowMs(), kind: fault.kind });
			return answer;
		}
		return null;
	}

	return {
		next,
		happened,
		/** Faults that strike now or later. */
		get active() {
			return pending.filter(({ timesLeft, untilMs }) => timesLeft > 0 && nowMs() < untilMs);
		},
		clear() {
			for (const fault of pending) fault.timesLeft = 0;
		},
		beforeRequest: (request) =>
			ask('beforeRequest', request, ({ of = 'all' }) => of === 'all' || (of === 'pushes') === request.isMutation),
		afterMutation: () => ask('afterMutation'),
		refusedOperation: (operation) => ask('refusedOperation', operation),
		onReport: (rows) => ask('onReport', rows) ?? rows,
		pageSize: () => ask('pageSize'),
		noAnswer: () => new Response(null, { status: 504, headers: { [NO_ANSWER]: 'true' } }),
	};
}
