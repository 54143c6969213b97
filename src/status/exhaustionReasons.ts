import { balanceSpent } from '../alerts/balanceFindings';
import { spentWords } from '../alerts/periodFindings';
import type { BalanceForecast } from '../forecast/balanceForecast';
import type { DayContext } from '../forecast/dayContext';
import { type ExhaustionStatus, UNDERSPEND_SHARE } from '../forecast/exhaustionStatus';
import type { HorizonForecasts } from '../forecast/horizonForecast';
import { dueAmount } from '../forecast/morningAmount';
import type { PeriodStanding } from '../forecast/periodStanding';
import { isClosed, isOutsideFlight, nameOfClosing } from '../forecast/restDay';
import { formatMoney } from '../format/formatMoney';
import { balanceNotes } from '../notes/balanceNotes';
import { exhaustionNotes } from '../notes/exhaustionNotes';
import type { Note } from '../notes/note';
import { unreportedNotes } from '../plan/unreportedNotes';

interface Assessment {
	readonly status: ExhaustionStatus;
	readonly context: DayContext;
	/** Why the data is stale; null if it is fresh. */
	readonly stale: string | null;
	readonly probability: number;
	/** The week, month, quarter, year or flight whose amount is spent; undefined if there is none. */
	readonly spentPeriod: PeriodStanding | undefined;
	readonly balance: BalanceForecast | undefined;
	readonly forecasts: HorizonForecasts;
}

/** A projection further from its target than this is reported, relative to the target. */
const HORIZON_TOLERANCE = 0.05;

/** Why a budget has its status; the first note is about the day, the rest are about the longer targets. */
export function exhaustionReasons(assessment: Assessment): Note[] {
	const { status, context, forecasts } = assessment;
	const { currency } = context.learning.definition;
	const horizons = Object.entries(forecasts).flatMap(([horizon, { target, projected }]) => {
		const ratio = projected.mean / Number(target);
		if (Math.abs(ratio - 1) <= HORIZON_TOLERANCE || status === 'stale-data') return [];
		const amounts = [formatMoney(projected.mean, currency), formatMoney(target, currency)] as const;
		return [exhaustionNotes.offTarget(horizon, amounts[0], ratio, amounts[1])];
	});
	return [noteOfDay(assessment), ...unreportedNotes(context), ...horizons];
}

function noteOfDay({ status, context, stale, probability, spentPeriod, balance }: Assessment): Note {
	const { learning } = context;
	const money = (amount: number) => formatMoney(amount, learning.definition.currency);
	const [spent, amount] = [money(context.spent), money(context.dayAmount)];
	switch (status) {
		case 'exhausted': {
			if (isOutsideFlight(context)) return exhaustionNotes.spentOutsideFlight(spent);
			if (isClosed(context)) return exhaustionNotes.spentWhileClosed(spent, nameOfClosing(context));
			if (balance !== undefined && Number(balance.left) <= 0) {
				return balanceNotes.spentNote(balanceSpent(balance, learning.definition.currency));
			}
			return spentPeriod === undefined
				? exhaustionNotes.exhausted(spent, amount)
				: exhaustionNotes.periodSpent(spentPeriod.horizon, spentWords(spentPeriod, context));
		}
		case 'at-risk':
			return exhaustionNotes.atRisk(probability);
		case 'underspending':
			return exhaustionNotes.underspending(money(dueAmount(context)), UNDERSPEND_SHARE);
		case 'on-pace':
			if (isClosed(context)) return exhaustionNotes.closed(nameOfClosing(context));
			return isOutsideFlight(context) ? exhaustionNotes.outsideFlight() : exhaustionNotes.onPace(spent, amount);
		case 'stale-data':
			return exhaustionNotes.staleData(stale ?? 'No data');
	}
}
