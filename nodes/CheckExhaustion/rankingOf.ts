import type * as z from 'zod/v4';

import { type ExhaustionSettings, parse, RankingCurrency } from '../../src/index';

/**
 * The currency that a digest ranks budgets of several currencies in; undefined if none is named.
 *
 * @throws UserError if it is no currency, or a rate cannot be used
 */
export const rankingOf = ({
	rankCurrency: currency,
	exchangeRates,
}: z.output<typeof ExhaustionSettings>): RankingCurrency | undefined =>
	currency === '' ? undefined : parse(RankingCurrency, { currency, exchangeRates }, 'ranking currency');
