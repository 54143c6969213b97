import { AlertSettings, z } from '../../src/index';
import { fromCell, OptionalPercent, OptionalSmallPercent, percentUpTo } from './cells';

/** What a user sets of alerts, as cells. */
export const AlertCells = z
	.object({
		bandAtStart: OptionalSmallPercent,
		bandAtEnd: OptionalSmallPercent,
		dayShortfall: OptionalPercent,
		kpiBand: OptionalPercent,
		usualSpendBand: percentUpTo(1000).optional(),
		balanceDays: z.preprocess(fromCell, AlertSettings.shape.balanceDays.unwrap()).optional(),
		repeatAfterHours: z.preprocess(fromCell, AlertSettings.shape.repeatAfterHours.unwrap()).optional(),
		tellUntilMarked: AlertSettings.shape.tellUntilMarked.unwrap().optional(),
	})
	.prefault({});
