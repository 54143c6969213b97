// Amounts as Meta counts them: budgets in the smallest unit of the account's currency, spend in major units.
// Source: https://developers.facebook.com/documentation/ads-commerce/marketing-api/currencies
const WHOLE = new Set('CLP COP CRC HUF IDR ISK JPY KRW PYG TWD VND'.split(' '));

const microsPerUnit = (currency) => (WHOLE.has(currency) ? 1_000_000 : 10_000);

export const toUnits = (micros, currency) => Math.round(micros / microsPerUnit(currency));

export const toMicros = (units, currency) => units * microsPerUnit(currency);

/** Spend as insights report it: a decimal string in major units without trailing zeros. */
export const majorUnits = (micros) => String(Math.round(micros / 10_000) / 100);

/** Assumed: about a dollar. Accounts read theirs from minimum_budgets. */
const MINIMUM_MAJOR = {
	CLP: 1000,
	COP: 4000,
	HUF: 350,
	IDR: 16_000,
	ISK: 140,
	JPY: 100,
	KRW: 1400,
	TWD: 30,
	VND: 25_000,
};

/** The smallest daily budget, in units. */
export const minimumUnits = (currency) => toUnits((MINIMUM_MAJOR[currency] ?? 1) * 1_000_000, currency);
