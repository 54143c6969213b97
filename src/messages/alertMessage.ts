import { displayName } from '../format/displayName';
import { formatInstant, formatTime } from '../format/formatTime';
import type { ExhaustionForecast } from '../status/exhaustionForecast';
import { alertFacts, type Fact } from './alertFacts';
import type { AlertSubject } from './alertSubject';
import { type AlertWords, alertWords } from './alertWords';
import { horizonInBrief } from './horizonWords';
import { longestTarget } from './longestTarget';
import { type ToldAlert, toldAlerts } from './toldAlert';

/** An alert in words, the same for Slack, PagerDuty and mail. Nothing in it is escaped yet; a name is one short line. */
export interface AlertMessage extends AlertWords {
	readonly budgetId: string;
	readonly name: string;
	/** Empty if the budget's account was not given. */
	readonly account: string;
	readonly currency: string;
	readonly status: ExhaustionForecast['status'];
	/** The alert that it is about. */
	readonly alert: ToldAlert;
	/** Others that are told in the same message. */
	readonly also: readonly ToldAlert[];
	readonly valueAtRisk: ExhaustionForecast['valueAtRisk'];
	readonly facts: readonly Fact[];
	/** How its longest target stands, as a sentence; empty without one, before the first report, and where the sentence of the alert says it. */
	readonly standing: string;
	/** Latest data, and the key and state of the alert. */
	readonly context: readonly string[];
}

/** Describes a forecast in words. Unknown figures are left out, never shown as 0. */
export function alertMessage(exhaustion: ExhaustionForecast, subject: AlertSubject): AlertMessage {
	const { budgetId, currency, timeZone, name: given = '' } = subject.definition;
	const { status, valueAtRisk } = exhaustion;
	const [alert, ...others] = toldAlerts(exhaustion);
	const also = others.filter(({ notify }) => notify);
	const name = displayName(given) || displayName(budgetId);
	const account = displayName(subject.account);
	const told = [alert, ...also] as const;
	const words = alertWords(exhaustion, subject.definition, told);
	return {
		budgetId,
		name,
		account,
		currency,
		status,
		alert,
		also,
		valueAtRisk,
		...words,
		standing: standingOf(exhaustion, subject, { sentence: words.sentence, told }),
		facts: [
			{ label: 'Budget', value: name },
			...(account === '' ? [] : [{ label: 'Account', value: account }]),
			...alertFacts(exhaustion, subject, alert),
		],
		context: [
			subject.dataUntilMs === undefined
				? 'no data yet'
				: `data up to ${formatInstant(subject.dataUntilMs, timeZone)} ${timeZone}`,
			...(alert.state === 'ok'
				? []
				: [`alert ${displayName(alert.dedupKey)}`, `${alert.state} since ${formatTime(alert.sinceMs, timeZone)}`]),
		],
	};
}

/** What is left to say of the longest target. */
function standingOf(
	exhaustion: ExhaustionForecast,
	{ definition: { currency }, dataUntilMs }: AlertSubject,
	{ sentence, told }: { readonly sentence: string; readonly told: readonly ToldAlert[] },
): string {
	const longest = longestTarget({ exhaustion });
	if (longest === null) return '';
	const { name, horizon } = longest;
	const isTold = told.some(({ kind }) => kind === `${name}-over` || kind === `${name}-under`);
	const isSaid = exhaustion.reasons.some(
		({ code, message }) => code.startsWith(`${name}-`) && sentence.includes(message),
	);
	if (isTold || isSaid) return '';
	return horizonInBrief(name, horizon, { currency, status: exhaustion.status, isReported: dataUntilMs !== undefined });
}
