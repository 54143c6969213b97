import { z } from '../../src/index';

/** Exchange rates as rows of cells: what one unit of a currency is worth. A row without a rate is not given. */
export const ExchangeRateCells = z
	.object({
		exchangeRate: z
			.array(
				z.object({
					currency: z.string().trim().default(''),
					rate: z.union([z.string().trim(), z.number()]).optional(),
				}),
			)
			.default([]),
	})
	.transform(({ exchangeRate }, context): Record<string, number | string> => {
		const rates = new Map<string, number | string>();
		for (const { currency, rate } of exchangeRate) {
			if (rate === undefined) continue;
			if (rates.has(currency)) context.addIssue(`name '${currency.slice(0, 20)}' twice`);
			rates.set(currency, rate);
		}
		return Object.fromEntries(rates);
	})
	.prefault({});
