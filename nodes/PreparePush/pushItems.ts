import {
	type Alert,
	formatMoney,
	type HeldBack,
	isAmountLever,
	isNumberLever,
	type PreparedPush,
	type PreparedRequest,
} from '../../src/index';
import { isoInstants } from '../shared/isoInstants';
import { toldMessages } from '../shared/toldMessages';

/** The outputs of the node. */
const REQUESTS = 0;
export const HELD_BACK = 1;

/** A prepared push as items: one for each request, one for each thing held back, and one for each alert that is over. */
export const pushItems = ({ requests, held, alerts, ...head }: PreparedPush, timeZone: string) => [
	...requests.map((request) => ({ output: REQUESTS, json: { ...head, ...requestItem(request, head.currency) } })),
	...held.map((one) => ({ output: HELD_BACK, json: { ...head, ...heldItem(one, head, timeZone) } })),
	...alerts
		.filter(({ state }) => state === 'resolved')
		.map((alert) => ({ output: HELD_BACK, json: { ...head, ...resolvedItem(alert, head, timeZone) } })),
];

type Head = Pick<PreparedPush, 'budgetId' | 'currency'>;

function requestItem({ exchange, ...request }: PreparedRequest, currency: string) {
	const { lever, from, to, dayCeiling } = request;
	return {
		status: 'request' as const,
		...request,
		from: shown(lever, from),
		to: shown(lever, to),
		dayCeiling: dayCeiling === null ? null : Number(dayCeiling),
		...(exchange !== undefined && { exchange: { ...exchange, amount: Number(exchange.amount) } }),
		display: { change: change(lever, from, to, currency) },
	};
}

const heldItem = (
	{ code, message, lever, from, wanted, allowed, alert, ...other }: HeldBack,
	{ budgetId, currency }: Head,
	timeZone: string,
) => ({
	status: 'held' as const,
	lever,
	...other,
	reason: { code, message },
	from: shown(lever, from),
	wanted: shown(lever, wanted),
	allowed: shown(lever, allowed),
	alert: isoInstants(alert, timeZone),
	told: toldMessages(budgetId, alert === null ? [] : [alert]),
	display: {
		change: change(lever, from, allowed ?? wanted, currency),
		text: `${other.object}: ${message}.`,
	},
});

/** An alert that is over, told where it was told before. */
const resolvedItem = (alert: Alert, { budgetId }: Head, timeZone: string) => ({
	status: 'resolved' as const,
	reason: { code: 'resolved', message: alert.message },
	needsPerson: false,
	notify: alert.notify,
	alert: isoInstants(alert, timeZone),
	told: toldMessages(budgetId, [alert]),
	display: { text: `${alert.message}.` },
});

type Lever = PreparedRequest['lever'];

/** An amount or a ratio as a number, so that If and Slack nodes can use it; a schedule stays words. */
const shown = (lever: Lever, value: string | null): number | string | null =>
	value !== null && isNumberLever(lever) ? Number(value) : value;

const change = (lever: Lever, from: string | null, to: string | null, currency: string): string =>
	`${words(lever, from, currency)} → ${words(lever, to, currency)}`;

const words = (lever: Lever, value: string | null, currency: string): string =>
	value === null ? 'nothing' : isAmountLever(lever) ? formatMoney(value, currency) : value;
