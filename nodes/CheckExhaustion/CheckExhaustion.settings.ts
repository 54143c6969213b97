import { z } from '../../src/index';
import { AlertCells } from '../shared/alertCells';
import { Text } from '../shared/cells';
import { ItemSettings } from '../shared/commonSettings';
import { ExchangeRateCells } from '../shared/exchangeRateCells';
import { includeCell } from '../shared/includeCell';
import { EXHAUSTION_PARTS } from '../shared/exhaustionItem';

/** What Check Exhaustion lets its user set. */
export const ExhaustionSettings = ItemSettings.extend({
	messages: z.enum(['digest', 'perBudget']).default('perBudget'),
	include: includeCell(EXHAUSTION_PARTS).default(['slack']),
	account: Text,
	rankCurrency: Text,
	exchangeRates: ExchangeRateCells,
	alerts: AlertCells,
});
export type ExhaustionSettings = Readonly<z.output<typeof ExhaustionSettings>>;
