import { BudgetObject, z } from '../../src/index';
import { List } from '../shared/cells';

/** Budgets as read: amounts in a list or a text with commas, or the objects that a platform returned, one or several. */
export const ReadBudgets = z.union([BudgetObject.transform((budget) => [budget]), z.array(BudgetObject).min(1), List]);
