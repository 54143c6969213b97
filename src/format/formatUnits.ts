import { fromMinorUnits } from '../money/minorUnits';
import { formatMoney } from './formatMoney';

/** Minor units formatted for people: 12345 is €123.45. */
export const formatUnits = (units: number, currency: string): string =>
	formatMoney(fromMinorUnits(units, currency), currency);
