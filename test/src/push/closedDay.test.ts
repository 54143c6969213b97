import { confirmPush, createState, ingest, optimizeAllocation, preparePush } from '../../../src/index';
import { DAY_MS, HOUR_MS, hourly } from '../../support/deliveries';

/** A Saturday. */
const SATURDAY = Date.UTC(2026, 5, 6);

const EVENTS = [{ name: 'Sundays', start: '2026-06-07', factor: 0, repeats: 'weekly' as const }];

/** What each hourly run at 20 past asks of the platform over a weekend: `hours since Saturday: lever to`. */
function asked(control: 'daily-budget' | 'hourly-cap', hours: number) {
	const definition = {
		budgetId: 'b',
		currency: 'EUR',
		timeZone: 'UTC',
		monthlyAmount: '2600.00',
		control,
		events: EVENTS,
	};
	const isOpen = (startMs: number) => new Date(startMs).getUTCDay() !== 0;
	const history = hourly(SATURDAY - 28 * DAY_MS, 28 * 24, (hour) => ({
		campaignId: '7',
		spend: isOpen(SATURDAY - 28 * DAY_MS + hour * HOUR_MS) ? '4.16' : '0',
	}));
	let { state } = ingest(createState(definition), history, SATURDAY);
	let status = 'ACTIVE';
	let budget = 10000;
	const edits: string[] = [];
	for (let hour = 0; hour <= hours; hour++) {
		const startMs = SATURDAY + (hour - 1) * HOUR_MS;
		const nowMs = startMs + HOUR_MS + HOUR_MS / 3;
		const spend = status === 'ACTIVE' ? '4.16' : '0';
		if (hour > 0)
			({ state } = ingest(
				state,
				hourly(startMs, 1, () => ({ campaignId: '7', spend })),
				nowMs,
			));
		({ state } = optimizeAllocation(state, { strategy: 'adaptive_ml', nowMs }));
		const current = { daily_budget: String(budget), lifetime_budget: '0', status };
		const target = { platform: 'meta_ads' as const, learning: 'stable' as const, objects: [{ id: '7', current }] };
		const { state: after, push } = preparePush(state, { target, nowMs, dryRun: false });
		state = after;
		for (const { lever, to } of push.requests) {
			edits.push(`${hour}: ${lever} ${lever === 'status' ? to : ''}`.trim());
			if (lever === 'status') status = to === 'paused' ? 'PAUSED' : 'ACTIVE';
			else budget = Math.round(100 * Number(to));
		}
		const answers = push.requests.map((request) => ({
			pushId: request.pushId,
			statusCode: 200,
			body: { success: true },
		}));
		if (answers.length > 0) ({ state } = confirmPush(state, { answers, nowMs: nowMs + 1000 }));
	}
	return edits.filter((edit) => edit.includes('status'));
}

test.each(['daily-budget', 'hourly-cap'] as const)(
	'a closed day is paused in its first run, and resumed after it: %s',
	(control) => {
		expect(asked(control, 50)).toEqual(['24: status paused', '48: status enabled']);
	},
);
