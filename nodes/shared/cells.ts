import { z } from '../../src/index';

/** An amount as a number or as the text of a cell; not given is not 0. */
export const OptionalCell = z.union([z.string().trim(), z.number()]).optional();

/** A number as such or as the text of a cell: digits with a point. */
export const fromCell = (cell: unknown): unknown =>
	typeof cell === 'string' && /^\s*-?\d+(\.\d+)?\s*$/.test(cell) ? Number(cell) : cell;

/** A percentage, as a number or as the text of a cell, with or without its sign. */
const Percent = z.number('must be a percentage, such as 15');

/** A percentage as the fraction that people would write: 0.7 gives 0.007, where a mere quotient is 0.006999999999999999. */
const asFraction = <Bounds extends z.ZodType<number>>(bounds: Bounds) =>
	z
		.preprocess((cell) => fromCell(typeof cell === 'string' ? cell.replace(/%\s*$/, '') : cell), bounds)
		.transform((percent) => Number((percent / 100).toPrecision(15)));

const upToAll = Percent.min(0, 'must be at least 0%').max(100, 'must be at most 100%');

/** A cell that shows 15% in a sheet holds 0.15, and one that shows 100% holds 1: taken for percentages, they would be a hundred times too small. */
const NO_FRACTION = 'for 15% enter 15, not 0.15';

/** A percentage as a fraction. Above 0 it must be above 1%, because anything less is a fraction entered by mistake. */
export const OptionalPercent = asFraction(
	upToAll.refine((percent) => percent === 0 || percent > 1, `must be 0 or above 1%: ${NO_FRACTION}`),
).optional();

/** A percentage as a fraction, where less than 1% makes sense and a fraction entered by mistake does no harm. */
export const OptionalSmallPercent = asFraction(upToAll).optional();

/** A percentage above 1% as a fraction, where 0 makes no sense. */
export const percentUpTo = (most: number) =>
	asFraction(Percent.gt(1, `must be above 1%: ${NO_FRACTION}`).max(most, `must be at most ${most}%`));

/** A name or other text; a cell that holds only digits is text too. */
export const Text = z
	.preprocess((cell) => (typeof cell === 'number' ? String(cell) : cell), z.string().trim())
	.default('');

/** Several values: a list, or one text with something between them. A blank one keeps its place. */
const listBetween = (separators: RegExp) =>
	z
		.union([z.string(), z.number(), z.array(z.union([z.string(), z.number(), z.null()]))])
		.default('')
		.transform((cell): string[] => {
			if (Array.isArray(cell)) return cell.map((value) => String(value ?? '').trim());
			const text = String(cell).trim();
			return text === '' ? [] : text.split(separators).map((value) => value.trim());
		});

/** Values with commas, semicolons or lines between them. */
export const List = listBetween(/[,;\n]/);

const SEPARATE_AMOUNT = 'must be an amount, such as 800 or 1250.50, with a space after each comma between amounts';

/** Amounts with semicolons, lines, or commas and spaces between them: a comma between two digits could be within an amount. */
export const Amounts = listBetween(/,\s|[;\n]/).pipe(z.array(z.string().regex(/^\d+(\.\d+)?$/, SEPARATE_AMOUNT)));

/** IDs of budgets, each once; none for all budgets. */
export const BudgetIds = List.transform((budgetIds) => [...new Set(budgetIds.filter((budgetId) => budgetId !== ''))]);
