import { AlertSettings, z } from '../../src/index';
import { fromCell, OptionalPercent, OptionalSmallPercent, percentUpTo, Text } from '../shared/cells';
import { ItemSettings } from '../shared/commonSettings';
import { ExchangeRateCells } from '../shared/exchangeRateCells';
import { includeCell } from '../shared/includeCell';
import { EXHAUSTION_PARTS } from './exhaustionItem';

/** What Check Exhaustion lets its user set. */
export const ExhaustionSettings = ItemSettings.extend({
	messages: z.enum(['digest', 'perBudget']).default('perBudget'),
	include: includeCell(EXHAUSTION_PARTS).default(['slack']),
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
