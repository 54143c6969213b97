import { Decimal as DecimalJs } from 'decimal.js';

/** Exact decimal arithmetic for amounts in major units. A separate constructor keeps its precision independent of other users of the library. */
export const Decimal = DecimalJs.clone({ precision: 40, defaults: true });
export type Decimal = DecimalJs;
