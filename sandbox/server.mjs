import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { Hono } from 'hono';
import { setTimeout as delay } from 'node:timers/promises';
import * as z from 'zod/v4';

import { HOUR_MS } from './account/calendar.mjs';
import { NO_ANSWER } from './faults/faults.mjs';
import { FAULT_KINDS } from './faults/kinds.mjs';
import { pageFile } from './page/pageFile.mjs';

/** A request whose answer never comes is dropped after this long. */
const PATIENCE_MS = 2000;

/** Hours that /truth tells one by one; longer ago it tells days. */
const TRUE_HOURS = 72;

/** A year at once. */
const MOST_HOURS = 366 * 24;

const ClockRequest = z.union([
	z.strictObject({ untilMs: z.number() }),
	z.strictObject({ hours: z.number().positive().max(MOST_HOURS) }),
	z.strictObject({ speed: z.number().min(0) }),
]);
const PersonRequest = z.union([
	z.strictObject({ budgetId: z.string(), amount: z.number().min(0) }),
	z.strictObject({ campaignId: z.string(), status: z.enum(['enabled', 'paused']) }),
]);
const FaultRequest = z.looseObject({ kind: z.enum(Object.keys(FAULT_KINDS)) });

/**
 * The sandbox over HTTP: its platform's own routes, and beside them
 *
 *     GET  /         a page to look at
 *     GET  /truth    what the account knows and a controller must not
 *     GET  /clock    POST {"hours": 1}, {"untilMs": 1764547200000} or {"speed": 2}, hours of the account per minute
 *     GET  /faults   POST {"kind": "unavailable", ...}, DELETE them all
 *     POST /person   {"budgetId": "901", "amount": 500} or {"campaignId": "101", "status": "paused"}
 *
 * @param clock see clock.mjs
 * @param loadPlatform gives the app of the account's platform, when its first request comes
 * @returns a Hono app
 */
export function createServer({ account, faults, clock, loadPlatform = platformOf }) {
	const app = new Hono();
	const told = () => ({
		nowMs: account.nowMs,
		startMs: account.startMs,
		speed: clock.speed,
		timeZone: account.timeZone,
	});

	function playOn(untilMs) {
		if (untilMs < account.nowMs || untilMs > account.nowMs + MOST_HOURS * HOUR_MS)
			throw new RangeError(
				`The clock goes forward, a year at most: untilMs is ${untilMs}, and it is ${account.nowMs} now`,
			);
		account.play(untilMs);
	}

	app.onError((error, c) => {
		if (error instanceof RangeError) return c.json({ error: error.message }, 400);
		console.error(error);
		return c.json({ error: error.message }, 500);
	});
	const sendPageFile = (c, name) => {
		const { text, headers } = pageFile(name);
		return c.body(text, 200, headers);
	};
	app.get('/', (c) => sendPageFile(c, 'page.html'));
	app.get('/page/:file', (c) => sendPageFile(c, c.req.param('file')));
	app.get('/truth', (c) =>
		c.json({
			...account.truth(),
			hours: account.trueHours({ fromMs: account.nowMs - TRUE_HOURS * HOUR_MS }),
			speed: clock.speed,
			faults: faults.happened,
			pending: faults.active,
		}),
	);
	app.get('/clock', (c) => c.json(told()));
	app.post('/clock', async (c) => {
		const request = await readBody(
			c,
			ClockRequest,
			'{"hours": 1}, {"untilMs": an instant} or {"speed": hours per minute}',
		);
		if ('speed' in request) clock.runAt(request.speed);
		else playOn(request.untilMs ?? account.nowMs + request.hours * HOUR_MS);
		return c.json(told());
	});
	app.get('/faults', (c) =>
		c.json({ kinds: Object.keys(FAULT_KINDS), active: faults.active, happened: faults.happened }),
	);
	app.post('/faults', async (c) => {
		const { kind, ...options } = await readBody(
			c,
			FaultRequest,
			`{"kind": one of ${Object.keys(FAULT_KINDS).join(', ')}}`,
		);
		faults.next(kind, options);
		return c.json({ active: faults.active });
	});
	app.delete('/faults', (c) => {
		faults.clear();
		return c.json({ active: faults.active });
	});
	app.post('/person', async (c) => {
		const edit = await readBody(
			c,
			PersonRequest,
			'{"budgetId", "amount": major units} or {"campaignId", "status": "enabled" or "paused"}',
		);
		if ('status' in edit) account.setStatus(edit.campaignId, edit.status, 'person');
		else account.setBudget(edit.budgetId, Math.round(edit.amount * 1e6), 'person');
		return c.json({ edits: account.edits.length });
	});

	let platformApp = null;
	app.all('*', async (c) => {
		platformApp ??= await loadPlatform(account, faults);
		const response = await platformApp.fetch(c.req.raw, c.env);
		if (response.headers.get(NO_ANSWER) === null || c.env?.outgoing === undefined) return response;
		await delay(PATIENCE_MS);
		c.env.outgoing.destroy();
		return RESPONSE_ALREADY_SENT;
	});
	return app;
}

async function readBody(c, schema, expected) {
	const body = await c.req.json().catch(() => null);
	const parsed = schema.safeParse(body);
	if (!parsed.success) throw new RangeError(`The body must be JSON like ${expected}`);
	return parsed.data;
}

async function platformOf(account, faults) {
	const { createApp } = await import(`./platforms/${account.platform.replaceAll('_', '-')}/app.mjs`);
	return createApp(account, faults);
}
