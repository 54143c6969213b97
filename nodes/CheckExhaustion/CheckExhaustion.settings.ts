import { AlertSettings, z } from '../../src/index';
import { fromCell, OptionalPercent, OptionalSmallPercent, percentUpTo, Text } from '../shared/cells';
import { CommonSettings } from '../shared/commonSettings';
import { ExchangeRateCells } from '../shared/exchangeRateCells';

/** What Check Exhaustion lets its user set. */
export const ExhaustionSettings = CommonSettings.extend({
	messages: z.enum(['digest', 'perBudget']).default('perBudget'),
	account: Text,
	rankCurrency: Text,
	exchangeRates: ExchangeRateCells,
	alerts: z
		.object({
			bandAtStart: OptionalSmallPercent,
			bandAtEnd: OptionalSmallPercent,
			dayShortfall: OptionalPercent,
			kpiBand: OptionalPercent,
			usualSpendBand: percentUpTo(1000).optional(),
			repeatAfterHours: z.preprocess(fromCell, AlertSettings.shape.repeatAfterHours.unwrap()).optional(),
			tellUntilMarked: AlertSettings.shape.tellUntilMarked.unwrap().optional(),
		})
		.prefault({}),
});
export type ExhaustionSettings = Readonly<z.output<typeof ExhaustionSettings>>;
