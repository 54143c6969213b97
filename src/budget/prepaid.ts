import * as z from 'zod/v4';

import { Amount } from '../money/amount';
import { amountIssue } from './amountIssue';
import { LocalDate } from './calendarEvent';

/** Two payments a week for two years. */
const MAX_PAYMENTS = 200;

/** What was paid in advance for media, in order of time. The first is the balance at the start of its day, the others are added on theirs. */
export const Prepaid = z
	.array(z.strictObject({ date: LocalDate, amount: Amount }))
	.min(1, 'must hold a payment')
	.max(MAX_PAYMENTS, `must hold at most ${MAX_PAYMENTS} payments`)
	.transform((payments) => [...payments].sort((a, b) => a.date.localeCompare(b.date)));
export type Prepaid = Readonly<z.output<typeof Prepaid>>;

/** What is wrong with payments, in words. */
export const prepaidIssues = (payments: Prepaid, currency: string): string[] =>
	payments.flatMap(({ date, amount }) => {
		const issue = amountIssue(amount, { currency });
		return issue === null ? [] : [`have an amount on ${date} that ${issue}`];
	});
