import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { PreparedPush, PreparedRequest } from '../../src/index';
import { formatMoney } from '../shared/display';

/** A prepared push as items: one for each request, one for each thing held back. */
export function pushItems({ requests, held, ...head }: PreparedPush): IDataObject[] {
	const { currency } = head;
	return [
		...requests.map(({ exchange, ...request }) => {
			const { lever, from, to, dayCeiling } = request;
			return {
				...head,
				status: 'request',
				...request,
				from: shown(lever, from),
				to: shown(lever, to),
				dayCeiling: dayCeiling === null ? null : Number(dayCeiling),
				...(exchange !== undefined && { exchange: { ...exchange, amount: Number(exchange.amount) } }),
				display: { change: `${words(lever, from, currency)} → ${words(lever, to, currency)}` },
			};
		}),
		...held.map(({ code, message, lever, from, wanted, allowed, ...other }) => ({
			...head,
			status: 'held',
			lever,
			...other,
			reason: { code, message },
			from: shown(lever, from),
			wanted: shown(lever, wanted),
			allowed: shown(lever, allowed),
			display: { change: `${words(lever, from, currency)} → ${words(lever, allowed ?? wanted, currency)}` },
		})),
	] as unknown as IDataObject[];
}

/** Whether an item is a request that passed; one that failed is not. */
export const isRequest = ({ json }: INodeExecutionData): boolean => json['status'] === 'request';

type Lever = PreparedRequest['lever'];

/** An amount as a number, so that If and Slack nodes can use it; a schedule stays words. */
const shown = (lever: Lever, value: string | null): number | string | null =>
	value !== null && isAmount(lever) ? Number(value) : value;

const words = (lever: Lever, value: string | null, currency: string): string =>
	value === null ? 'nothing' : isAmount(lever) ? formatMoney(value, currency) : value;

const isAmount = (lever: Lever): boolean => lever !== 'ad-schedule' && lever !== 'budget-schedule';
