import { z } from '../../src/index';
import { AlertCells } from '../shared/alertCells';
import { BudgetIds, percentUpTo } from '../shared/cells';
import { CommonSettings } from '../shared/commonSettings';
import { EXHAUSTION_PARTS } from '../shared/exhaustionItem';
import { includeCell } from '../shared/includeCell';
import { type News, NEWS_KINDS } from './newsKinds';

const NEWS = Object.keys(NEWS_KINDS) as [News, ...News[]];

/** What Pacing Trigger lets its user set. */
export const TriggerSettings = CommonSettings.pick({ postgresCredentialId: true, options: true }).extend({
	news: z
		.array(z.enum(NEWS, `must be one of these: ${NEWS.join(', ')}`), 'must be a list')
		.min(1, 'must name what starts the workflow')
		.default(['delivery', 'exhaustion', 'period', 'staleData', 'target']),
	planChange: percentUpTo(1000).prefault(20),
	budgetIds: BudgetIds,
	interval: z.enum(['5', '10', '15', '30']).default('15'),
	alerts: AlertCells,
	include: includeCell(EXHAUSTION_PARTS).default(['mail', 'slack']),
	stateStore: z.enum(['dataTable', 'dataTableApi', 'postgres']).default('dataTable'),
});
export type TriggerSettings = Readonly<z.output<typeof TriggerSettings>>;
