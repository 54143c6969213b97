import { groupBy } from '../groupBy.mjs';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Most edits of one budget, as the platforms state or are known to allow. */
const EDITS_PER_HOUR = 4;
const EDITS_PER_DAY = 10;

/** A read or a push that got no usable answer. */
export class Refused extends Error {
	/** @param statusCode null where no answer came at all */
	constructor(statusCode) {
		super(`refused with ${statusCode ?? 'no answer'}`);
		this.statusCode = statusCode;
	}
}

/** What an act returns, or null if it was refused: the next run tries again. */
export function attempt(act) {
	try {
		return act();
	} catch (error) {
		if (error instanceof Refused) return null;
		throw error;
	}
}

const STATUS = { 'rate-limited': 429, unavailable: 503, unauthorized: 401 };

/**
 * What a controller can do at an account: read reports and budgets, set budgets and statuses. Faults strike as they do over HTTP, so a push may
 * be lost, or made without an answer.
 */
export function desk(account, faults) {
	const requested = [];

	function before(path, isMutation) {
		const fault = faults.beforeRequest({ method: 'POST', path, isMutation });
		if (fault !== null) throw new Refused(STATUS[fault]);
	}

	function mutate(object, act) {
		before(object, true);
		requested.push({ atMs: account.nowMs, object });
		if (faults.refusedOperation({ object }) !== null) throw new Refused(400);
		act();
		if (faults.afterMutation() !== null) throw new Refused(null);
	}

	return {
		/** All rows since an instant. @throws Refused if they cannot be read, all of them */
		report(fromMs) {
			before('report', false);
			const pageSize = faults.pageSize();
			const rows = faults.onReport(account.reported({ fromMs, untilMs: account.nowMs }));
			if (pageSize !== null && rows.length > pageSize) throw new Refused(200);
			return rows;
		},
		/** Budgets in force, as just read. @throws Refused */
		budgets() {
			before('budgets', false);
			return account.budgets.map(({ id, amountMicros }) => ({ id, amountMicros }));
		},
		/** @throws Refused if the change is not known to be made */
		setBudget: (id, amountMicros) => mutate(`budget/${id}`, () => account.setBudget(id, amountMicros, 'api')),
		/** @throws Refused likewise */
		setStatus: (id, status) => mutate(`campaign/${id}`, () => account.setStatus(id, status, 'api')),
		/** The largest numbers of requests for one object above what platforms allow: within an hour, and within a day. */
		broken: () => ({
			perHour: Math.max(0, mostWithin(requested, HOUR_MS) - EDITS_PER_HOUR),
			perDay: Math.max(0, mostWithin(requested, DAY_MS) - EDITS_PER_DAY),
		}),
	};
}

export function mostWithin(requests, spanMs) {
	const byObject = groupBy(requests, ({ object }) => object);
	let most = 0;
	for (const ofObject of byObject.values()) {
		let first = 0;
		ofObject.forEach(({ atMs }, position) => {
			while (ofObject[first].atMs <= atMs - spanMs) first++;
			most = Math.max(most, position - first + 1);
		});
	}
	return most;
}
