// Valid requests to Meta made wrong in one place.

const pick = (random, list) => list[Math.floor(random() * list.length)];

function withTypo(word, random) {
	const at = Math.floor(random() * word.length);
	return random() < 0.5 ? word.slice(0, at) + word.slice(at + 1) : `${word.slice(0, at)}z${word.slice(at)}`;
}

const withQuery = (request, query) => ({ ...request, query });

/** Wrong values of parameters. */
const WRONG = {
	daily_budget: ['110.5', '', '0', '-11000', '1e4', '50', 'many', '11,000'],
	status: ['ENABLED', 'paused', '', '1', 'STOPPED'],
	budget_value: ['1.49', '0', '-150', 'x', '100'],
	budget_value_type: ['FACTOR', 'multiplier', '', 'PERCENT'],
	time_start: ['1', '2026-11-27T12:00:00Z', '1795791601', '-900', ''],
	time_end: ['1', 'tomorrow', '1795791601.5', ''],
	bid_amount: ['1.5', '0', '-1', 'x'],
	fields: ['spendd', 'spend,impression', 'daily_budget,foo', 'a b', 'spend;clicks'],
	level: ['adgroup', 'Campaign', '', 'budget'],
	time_increment: ['0', '1.5', 'daily', '91', '-1'],
	time_range: [
		'2026-11-20',
		'{"since":"2026-11-20"}',
		'{"since":"20/11/2026","until":"27/11/2026"}',
		'{"from":"2026-11-20","to":"2026-11-27"}',
		'{',
	],
	breakdowns: ['hour', 'hourly_stats', 'country,hour', 'Age'],
};

const KINDS = {
	'another value': (request, random) => {
		const names = Object.keys(request.query).filter((name) => name in WRONG);
		const name = pick(random, names);
		return withQuery(request, { ...request.query, [name]: pick(random, WRONG[name]) });
	},
	'a typo in a name': (request, random) => {
		const name = pick(random, Object.keys(request.query));
		const { [name]: value, ...rest } = request.query;
		return withQuery(request, { ...rest, [withTypo(name, random)]: value });
	},
	'an unknown parameter': (request, random) =>
		withQuery(request, {
			...request.query,
			[pick(random, ['budget', 'amount', 'validate', 'foo', 'dailyBudget'])]: '1',
		}),
	'another version': (request, random) => ({
		...request,
		path: request.path.replace('/v26.0/', pick(random, ['/v25.0/', '/v19.0/', '/v27.0/', '/v26/', '/'])),
	}),
	'another object': (request, random) => ({
		...request,
		path: request.path.replace(/\/(?:act_)?\d+(?=\/|$)/, pick(random, ['/999', '/act_999', '/me', '/1234567890'])),
	}),
	'another edge': (request, random) => ({
		...request,
		path: `${request.path.replace(/\/(?:insights|budget_schedules)$/, '')}/${pick(random, ['budget', 'insight', 'status', 'schedules'])}`,
	}),
	'no token': (request) => ({ ...request, headers: { Authorization: '' } }),
	'another method': (request, random) => ({ ...request, method: pick(random, ['PUT', 'DELETE', 'PATCH']) }),
	'another media type': (request) =>
		request.method === 'POST'
			? {
					...request,
					query: {},
					body: new URLSearchParams(request.query).toString(),
					headers: { 'Content-Type': 'text/plain' },
				}
			: null,
	'half a body': (request) =>
		request.method === 'POST'
			? {
					...request,
					query: {},
					body: JSON.stringify(request.query).slice(0, -2),
					headers: { 'Content-Type': 'application/json' },
				}
			: null,
	'a number where text is due': (request, random) => {
		if (request.method !== 'POST') return null;
		const name = pick(random, Object.keys(request.query));
		return {
			...request,
			query: {},
			body: JSON.stringify({ ...request.query, [name]: pick(random, [1.5, true, { value: 1 }, ['1']]) }),
			headers: { 'Content-Type': 'application/json' },
		};
	},
	'a parameter left out': (request, random) => {
		if (request.method !== 'POST') return null;
		const { [pick(random, Object.keys(request.query))]: left, ...rest } = request.query;
		return left === undefined ? null : withQuery(request, rest);
	},
};

/** A request made wrong in one place, and in which. */
export function mutationsOf(request, random) {
	for (;;) {
		const name = pick(random, Object.keys(KINDS));
		const changed = KINDS[name](request, random);
		if (changed !== null) return { name, request: changed };
	}
}
