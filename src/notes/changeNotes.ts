import type { Strategy } from '../budget/budgetDefinition';
import { STRATEGY_NAMES } from '../budget/optionNames';
import { threeDigits } from '../format/formatNumber';
import type { Interval } from '../statistics/interval';
import type { Note } from './note';

const times = ({ mean, low, high, level }: Interval, what: string): string =>
	`${threeDigits(mean)} times ${what} (${100 * level}% interval ${threeDigits(low)} to ${threeDigits(high)})`;

/** Why a reallocation moves budget, or why it moves none. */
export const changeNotes = {
	noEvidence: (monitored: 'hour' | 'hour or campaign', eValue: number, threshold: number): Note => ({
		code: 'no-evidence',
		message:
			eValue < threshold
				? `Not enough evidence that any ${monitored} changed: the e-value is ${eValue.toFixed(1)}, and the threshold is ${threshold}`
				: `Something changed, but no single ${monitored} stands out yet: the e-value is ${eValue.toFixed(1)}, and the threshold is ${threshold}`,
	}),
	strategyIgnoresResults: (strategy: Strategy): Note => ({
		code: 'strategy-ignores-results',
		message: `The strategy ${STRATEGY_NAMES[strategy]} does not depend on results`,
	}),
	noRoom: (): Note => ({
		code: 'no-room',
		message: 'The change affects no remaining hour of today, or the limits prevent a move; later plans include it',
	}),
	hoursChanged: (hours: readonly { readonly localHour: number; readonly factor: Interval }[]): Note => ({
		code: 'hours-changed',
		message: hours
			.map(({ localHour, factor }) => `${localHour}:00 now converts ${times(factor, 'as well as before')}`)
			.join('; '),
	}),
	campaignsChanged: (campaigns: readonly { readonly campaignId: string; readonly factor: Interval }[]): Note => ({
		code: 'campaigns-changed',
		message: campaigns
			.map(
				({ campaignId, factor }) => `'${campaignId}' now generates ${times(factor, 'the results at the same spend')}`,
			)
			.join('; '),
	}),
};
