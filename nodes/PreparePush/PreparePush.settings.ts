import { GuardFigures, LEVELS, PLATFORMS, REGIONS, z } from '../../src/index';
import { fromCell, List, OptionalSmallPercent, percentUpTo, Text } from '../shared/cells';
import { ItemSettings, TellingOptions } from '../shared/commonSettings';
import { ReadBudgets } from './readBudgets';
import { AdScheduleCell } from './adScheduleCell';

/** Cells of a collection, read as numbers where they hold digits; a version is a text. */
const fromCells = (cells: unknown): unknown =>
	typeof cells === 'object' && cells !== null
		? Object.fromEntries(
				Object.entries(cells).map(([name, cell]) => [name, name === 'apiVersion' ? String(cell) : fromCell(cell)]),
			)
		: cells;

/** The figures of the guards, with percentages on the screen and fractions in the core. */
const Guards = GuardFigures.omit({ leastChangeFraction: true, maxChangeFraction: true, maxTargetChangeFraction: true })
	.extend({
		leastChangePercent: OptionalSmallPercent,
		maxChangePercent: percentUpTo(1000).optional(),
		maxTargetChangePercent: percentUpTo(50).optional(),
	})
	.transform(({ leastChangePercent, maxChangePercent, maxTargetChangePercent, ...figures }) => ({
		...figures,
		leastChangeFraction: leastChangePercent,
		maxChangeFraction: maxChangePercent,
		maxTargetChangeFraction: maxTargetChangePercent,
	}));

const PushOptions = TellingOptions.extend({ baseUrl: Text }).prefault({});

/** What most pushes do without. */
const AdditionalFields = z
	.object({
		lever: z.enum(['automatic', 'dayTotal', 'hourly', 'biddingTarget']).default('automatic'),
		accountCurrency: Text,
		level: z.enum(['usual', ...LEVELS]).default('usual'),
		shares: List,
		campaignIds: List,
		bidding: z.enum(['manual', 'smart', 'unknown']).default('unknown'),
		adSchedule: AdScheduleCell.optional(),
		learning: z.enum(['learning', 'stable', 'unknown']).default('unknown'),
		dayAmount: Text,
		nextDayAmount: Text,
		planId: Text,
	})
	.prefault({});

/** What Prepare Push lets its user set. */
export const PushSettings = ItemSettings.extend({
	platform: z.enum(PLATFORMS).default('google_ads'),
	accountId: Text,
	managerAccountId: Text,
	region: z.enum(REGIONS).default('northAmerica'),
	objectIds: List,
	currentValues: ReadBudgets,
	url: Text,
	dryRun: z.boolean('must be true or false').default(true),
	additionalFields: AdditionalFields,
	options: PushOptions,
	guards: z.preprocess(fromCells, Guards).prefault({}),
});
export type PushSettings = Readonly<z.output<typeof PushSettings>>;
