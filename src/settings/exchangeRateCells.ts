import * as z from 'zod/v4';

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
	.transform(({ exchangeRate: rows }, context): Record<string, number | string> => {
		const rates: Record<string, number | string> = {};
		for (const { currency, rate } of rows) {
			if (rate === undefined) continue;
			if (Object.hasOwn(rates, currency)) context.addIssue(`name '${currency.slice(0, 20)}' twice`);
			rates[currency] = rate;
		}
		return rates;
	})
	.prefault({});
