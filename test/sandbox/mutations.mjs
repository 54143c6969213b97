// Valid requests made wrong in one place, whatever their platform.
import { seeded } from './stubAccount.mjs';

const pick = (random, list) => list[Math.floor(random() * list.length)];

/** All places of a body: the object or list, and the key in it. */
function* placesOf(node) {
	if (typeof node !== 'object' || node === null) return;
	for (const key of Array.isArray(node) ? node.keys() : Object.keys(node)) {
		yield { parent: node, key };
		yield* placesOf(node[key]);
	}
}

const named = (body) => [...placesOf(body)].filter(({ key }) => typeof key === 'string');
const leaves = (body) => named(body).filter(({ parent, key }) => typeof parent[key] !== 'object');
const objectsIn = (body) => [body, ...[...placesOf(body)].map(({ parent, key }) => parent[key])].filter(isObject);
const isObject = (node) => typeof node === 'object' && node !== null && !Array.isArray(node);

/** A word with one letter more or less. */
function withTypo(word, random) {
	const at = Math.floor(random() * word.length);
	return random() < 0.5 ? word.slice(0, at) + word.slice(at + 1) : `${word.slice(0, at)}q${word.slice(at)}`;
}

const AMOUNT = /^(Amount|DailyBudget|budget|scheduled_budget|amount)$/;
const ID = /id$|ids$/i;
const CHOICE = /status$|state$|type$/i;

const change = (places, random, value) => {
	if (places.length === 0) return false;
	const { parent, key } = pick(random, places);
	parent[key] = value(parent[key]);
};

/** Changes of a request in place; false where there is nothing to change. */
const MUTATIONS = {
	'an unknown field': ({ body }, random) => {
		pick(random, objectsIn(body))[pick(random, ['foo', 'pacing', 'validateOnly', 'currency', 'note'])] = pick(random, [
			1,
			'x',
			{},
		]);
	},
	'a typo in a name': ({ body }, random) => {
		const { parent, key } = pick(random, named(body));
		parent[withTypo(key, random)] = parent[key];
		delete parent[key];
	},
	'a value of another type': ({ body }, random) =>
		change(leaves(body), random, (value) => pick(random, [{ value }, [value], null, true])),
	'a list or object emptied': ({ body }, random) =>
		change(
			[...placesOf(body)].filter(({ parent, key }) => typeof parent[key] === 'object'),
			random,
			(value) => (Array.isArray(value) ? [] : {}),
		),
	'an amount': ({ body }, random) =>
		change(
			leaves(body).filter(({ key }) => AMOUNT.test(key)),
			random,
			(value) => {
				const wrong = pick(random, [0, -10, 0.00001, 110.123456, 9e15]);
				return typeof value === 'string' ? String(wrong) : wrong;
			},
		),
	'an amount in words': ({ body }, random) =>
		change(
			leaves(body).filter(({ key }) => AMOUNT.test(key)),
			random,
			() => pick(random, ['1,100.00', 'many', '']),
		),
	'an ID': ({ body }, random) =>
		change(
			leaves(body).filter(({ key }) => ID.test(key)),
			random,
			() => pick(random, ['987654321', 'abc', '']),
		),
	'a choice': ({ body }, random) =>
		change(
			leaves(body).filter(({ key }) => CHOICE.test(key)),
			random,
			() => pick(random, ['STOPPED', 'daily', 'On', '']),
		),
	'no field': ({ body }, random) => {
		const { parent, key } = pick(random, named(body));
		delete parent[key];
	},
	'a body cut off': (request, random) => {
		const text = JSON.stringify(request.body);
		request.body = text.slice(0, Math.floor(random() * text.length));
	},
	'no header': ({ headers }, random) => {
		delete headers[pick(random, Object.keys(headers))];
	},
	'a header in other words': ({ headers }, random) => {
		headers[pick(random, Object.keys(headers))] = pick(random, ['', 'x']);
	},
	'another media type': ({ headers }, random) => {
		headers['Content-Type'] = pick(random, ['text/plain', 'application/x-www-form-urlencoded']);
	},
	'another version': (request) => {
		const next = request.url.replace(/\/v[\d.]+\//, '/v99/');
		if (next === request.url) return false;
		request.url = next;
	},
	'another method': (request, random) => {
		request.method = pick(random, ['PATCH', 'DELETE']);
	},
	'a typo in the path': (request, random) => {
		const { origin, pathname } = new URL(request.url);
		request.url = origin + pathname.replace(/[a-z]{5,}/i, (part) => withTypo(part, random));
	},
};

/**
 * Requests made wrong in one place.
 *
 * @param valid   requests that are accepted
 * @param headers those that the user adds, of every request
 * @param count   how many
 */
export function* mutated(valid, headers, count, seed = 1) {
	const random = seeded(seed);
	const kinds = Object.keys(MUTATIONS);
	for (let made = 0; made < count; ) {
		const kind = pick(random, kinds);
		const { method, url, query, body, contentType, headers: written } = structuredClone(pick(random, valid));
		const all = { 'Content-Type': contentType, ...written, ...headers };
		const request = { method, url, query, body, headers: all };
		if (MUTATIONS[kind](request, random) === false) continue;
		made++;
		yield { kind, request };
	}
}
