import * as z from 'zod/v4';

import { isLocalDate } from '../time/localDay';

/** A date of the budget's own calendar, YYYY-MM-DD. */
export const LocalDate = z.string().refine(isLocalDate, 'must be a date such as 2026-11-23');
