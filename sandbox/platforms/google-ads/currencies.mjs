// The billable unit of a currency, in micros: amounts must be whole multiples.
// Source: currency_constant.billable_unit_micros is what an account can read; Google publishes no table. Known from public code: 10,000 for USD and KZT,
// 1,000,000 for CLP. Assumed: 1,000,000 for the currencies without minor units in daily use, 10,000 for all others.
const WHOLE = new Set('CLP COP CRC HUF IDR ISK JPY KRW PYG TWD UGX VND'.split(' '));

export const billableUnitMicros = (currency) => (WHOLE.has(currency) ? 1_000_000 : 10_000);
