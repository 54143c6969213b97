// Valid requests to Google Ads made wrong in one place.

const pick = (random, list) => list[Math.floor(random() * list.length)];

/** All places of a body: the object or list, and the key in it. */
function* placesOf(node) {
	if (typeof node !== 'object' || node === null) return;
	for (const key of Array.isArray(node) ? node.keys() : Object.keys(node)) {
		yield { parent: node, key };
		yield* placesOf(node[key]);
	}
}

const objectsIn = (body) =>
	[body, ...[...placesOf(body)].map(({ parent, key }) => parent[key])].filter(
		(node) => typeof node === 'object' && node !== null && !Array.isArray(node),
	);

/** A word with one letter more or less. */
function withTypo(word, random) {
	const at = Math.floor(random() * word.length);
	return random() < 0.5 ? word.slice(0, at) + word.slice(at + 1) : `${word.slice(0, at)}z${word.slice(at)}`;
}

/** Changes of a body in place; false where there is nothing to change. */
const OF_BODY = {
	'an unknown field': (body, random) => {
		pick(random, objectsIn(body))[pick(random, ['foo', 'budget', 'amount', 'validate', 'ids', 'operation'])] = pick(
			random,
			['1', 1, true, {}],
		);
	},
	'a typo in a name': (body, random) => {
		const { parent, key } = pick(
			random,
			[...placesOf(body)].filter((place) => typeof place.key === 'string'),
		);
		const typo = withTypo(key, random);
		parent[typo] = parent[key];
		delete parent[key];
	},
	'a value of another type': (body, random) => {
		const leaves = [...placesOf(body)].filter(({ parent, key }) => typeof parent[key] !== 'object');
		const { parent, key } = pick(random, leaves);
		parent[key] = pick(random, [{ value: parent[key] }, [parent[key]]]);
	},
	'a fraction': (body, random) => {
		const numbers = [...placesOf(body)].filter(({ key }) => ['amountMicros', 'startHour', 'endHour'].includes(key));
		if (numbers.length === 0) return false;
		const { parent, key } = pick(random, numbers);
		parent[key] = pick(random, [1.5, '1.5', '1e', 'many', 9e18]);
	},
	'an amount': (body, random) => {
		const amounts = [...placesOf(body)].filter(({ key }) => key === 'amountMicros');
		if (amounts.length === 0) return false;
		const { parent, key } = pick(random, amounts);
		parent[key] = pick(random, ['0', '-10000', '10001', '1', '9000000000000000000']);
	},
	'no mask': (body) => without(body, 'updateMask'),
	'another mask': (body, random) =>
		changed(body, random, 'updateMask', ['amount', 'amountMicros,foo', 'resourceName', '', 'id', 'amountMicros.value']),
	'another name of a resource': (body, random) =>
		changed(body, random, 'resourceName', [
			'',
			'customers/1234567890/campaignBudgets/999',
			'customers/1/campaignBudgets/222',
			'222',
			'customers/1234567890/adGroups/1',
			'customers/1234567890/campaignBudgets/x',
		]),
	'another enum value': (body, random) => {
		const enums = [...placesOf(body)].filter(({ key }) =>
			['dayOfWeek', 'startMinute', 'endMinute', 'status'].includes(key),
		);
		if (enums.length === 0) return false;
		const { parent, key } = pick(random, enums);
		parent[key] = pick(random, ['monday', 'TEN', 'ON', 77, '', 'UNSPECIFIED', 'active']);
	},
	'a flag in words': (body, random) => {
		body[pick(random, 'query' in body ? ['validateOnly'] : ['validateOnly', 'partialFailure'])] = pick(random, [
			'true',
			1,
			'yes',
			'false',
		]);
	},
	'a modifier': (body, random) => changed(body, random, 'bidModifier', [0, 0.05, -1, 11, 'x', 1e9]),
	'no operations': (body) => {
		if (!('operations' in body)) return false;
		body.operations = [];
	},
	'one operation for a list': (body) => {
		if (!('operations' in body)) return false;
		body.operations = body.operations[0];
	},
	'an operation twice': (body, random) => {
		if (!('operations' in body)) return false;
		body.operations.push(structuredClone(pick(random, body.operations)));
	},
	'two kinds of operation': (body) => {
		if (!('operations' in body)) return false;
		Object.assign(body.operations[0], { remove: 'customers/1234567890/campaignCriteria/111~300001', update: {} });
	},
	'a query': (body, random) => {
		if (!('query' in body)) return false;
		const words = body.query.split(/(\s+|,)/);
		const names = [...words.keys()].filter(
			(at) => /^[a-z_]+\.[a-z_.]+$/.test(words[at]) || /^(SELECT|FROM|WHERE)$/.test(words[at]),
		);
		const at = pick(random, names);
		words[at] = withTypo(words[at], random);
		body.query = words.join('');
	},
	'half a query': (body, random) => {
		if (!('query' in body)) return false;
		body.query = body.query.slice(0, Math.floor(random() * body.query.indexOf('FROM')));
	},
	'a page size': (body) => {
		if (!('query' in body)) return false;
		body.pageSize = 100;
	},
};

function without(body, name) {
	const places = [...placesOf(body)].filter(({ key }) => key === name);
	if (places.length === 0) return false;
	for (const { parent, key } of places) delete parent[key];
	return true;
}

function changed(body, random, name, values) {
	const places = [...placesOf(body)].filter(({ key }) => key === name);
	if (places.length === 0) return false;
	const { parent, key } = pick(random, places);
	parent[key] = pick(random, values);
	return true;
}

/** Changes of the rest of a request. */
const OF_REQUEST = {
	'another version': (request, random) => ({
		...request,
		path: request.path.replace('/v26/', pick(random, ['/v25/', '/v19/', '/v27/', '/v1/', '/'])),
	}),
	'another media type': (request, random) => ({
		...request,
		headers: {
			...request.headers,
			'Content-Type': pick(random, ['text/plain', 'application/x-www-form-urlencoded', 'application/xml']),
		},
	}),
	'no token': (request) => ({ ...request, headers: { ...request.headers, Authorization: '' } }),
	'no developer token': (request) => ({ ...request, headers: { ...request.headers, 'developer-token': '' } }),
	'a customer': (request, random) => ({
		...request,
		path: request.path.replace('1234567890', pick(random, ['123-456-7890', '999', 'me', '12345678901'])),
	}),
	'a login customer': (request) => ({
		...request,
		headers: { ...request.headers, 'login-customer-id': '123-456-7890' },
	}),
	'another method': (request, random) => ({ ...request, method: pick(random, ['GET', 'PUT', 'PATCH']) }),
	'a parameter': (request, random) => ({
		...request,
		path: `${request.path}?${pick(random, ['validateOnly', 'foo', 'access'])}=true`,
	}),
	'another address': (request, random) => ({
		...request,
		path: request.path.replace(/:\w+$/, pick(random, [':mutat', '', ':get'])),
	}),
	'half a body': (request) => {
		const text = JSON.stringify(request.body);
		return { ...request, body: text.slice(0, text.length - 3) };
	},
};

/** A request made wrong in one place, and in which. */
export function mutationsOf(request, random) {
	for (;;) {
		const name = pick(random, [...Object.keys(OF_BODY), ...Object.keys(OF_REQUEST)]);
		if (name in OF_REQUEST) return { name, request: OF_REQUEST[name](request, random) };
		const body = structuredClone(request.body);
		if (OF_BODY[name](body, random) !== false) return { name, request: { ...request, body } };
	}
}
