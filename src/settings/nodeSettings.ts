import * as z from 'zod/v4';

import { STRATEGIES } from '../budget/budgetDefinition';
import { FORMATS } from '../platforms/registry';
import { fromCell, Text } from './cells';
import { CommonSettings, FileSettings } from './commonSettings';
import { ExchangeRateCells } from './exchangeRateCells';

const OptionalColumn = z.string().optional();

export const IngestSettings = CommonSettings.extend({
	format: z.enum(['auto', ...FORMATS]).default('auto'),
	reportCurrency: z.string().trim().toUpperCase().default(''),
	reportTimeZone: z.string().trim().default(''),
	reportingLag: z
		.preprocess(
			fromCell,
			z.number('must be a number of minutes').min(0, 'must be at least 0').max(2880).or(z.literal('')),
		)
		.default(''),
	fields: z
		.object({
			date: OptionalColumn,
			hour: OptionalColumn,
			start: OptionalColumn,
			end: OptionalColumn,
			spend: OptionalColumn,
			spendUnit: z.enum(['major', 'micros', 'minor']).default('major'),
			impressions: OptionalColumn,
			clicks: OptionalColumn,
			conversions: OptionalColumn,
			revenue: OptionalColumn,
			campaignId: OptionalColumn,
			currency: OptionalColumn,
			timeZone: OptionalColumn,
			multiplier: OptionalColumn,
		})
		.prefault({}),
});

export const OptimizeSettings = CommonSettings.extend({
	strategy: z.enum(STRATEGIES).default('adaptive_ml'),
	date: z.string().default(''),
	output: z.enum(['hours', 'plan']).default('plan'),
});

export const ExhaustionSettings = CommonSettings.extend({
	messages: z.enum(['digest', 'perBudget']).default('perBudget'),
	account: Text,
	rankCurrency: Text,
	exchangeRates: ExchangeRateCells,
});

export const BacktestSettings = CommonSettings.extend({
	strategies: z
		.array(z.enum(STRATEGIES))
		.min(1, 'must name at least one')
		.default([...STRATEGIES]),
	...FileSettings.shape,
});

export const ReallocateSettings = CommonSettings.extend({
	strategy: z.enum(['plan', ...STRATEGIES]).default('plan'),
});
