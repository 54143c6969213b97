import { Decimal as DecimalJs } from 'decimal.js';

/** Money as people read it: exact decimal arithmetic in major units. An own constructor, so that its precision is this package's alone. */
export const Decimal = DecimalJs.clone({ precision: 40, defaults: true });
export type Decimal = DecimalJs;
