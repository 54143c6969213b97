import { formatMoney } from '../format/formatMoney';
import { fromMinorUnits } from '../money/minorUnits';

/** Minor units as a person reads them: 12345 is €123.45. */
export const formatUnits = (units: number, currency: string): string =>
	formatMoney(fromMinorUnits(units, currency), currency);
