import { parse, RankingCurrency } from '../../src/index';
import type { ExhaustionSettings } from './CheckExhaustion.settings';

/**
 * The currency in which a digest ranks budgets of several currencies; undefined if none is named.
 *
 * @throws UserError if it is not a currency, or a rate cannot be used
 */
export const rankingOf = ({
	rankCurrency: currency,
	exchangeRates,
}: ExhaustionSettings): RankingCurrency | undefined =>
	currency === '' ? undefined : parse(RankingCurrency, { currency, exchangeRates }, 'ranking currency');
