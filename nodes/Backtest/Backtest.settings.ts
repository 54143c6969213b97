import { STRATEGIES, z } from '../../src/index';
import { FileSettings, ItemSettings } from '../shared/commonSettings';

/** What Backtest lets its user set. */
export const BacktestSettings = ItemSettings.extend({
	strategies: z
		.array(z.enum(STRATEGIES))
		.min(1, 'must name at least one')
		.default([...STRATEGIES]),
	...FileSettings.shape,
});
