import { z } from '../../src/index';

/** An amount as a number or as the text of a cell; not given is not 0. */
export const OptionalCell = z.union([z.string().trim(), z.number()]).optional();

export const OptionalDate = z
	.string()
	.transform((date) => date.slice(0, 10))
	.optional();

/** A number as such or as the text of a cell: digits with a point. */
export const fromCell = (cell: unknown): unknown =>
	typeof cell === 'string' && /^\s*-?\d+(\.\d+)?\s*$/.test(cell) ? Number(cell) : cell;

/** A fraction of something. */
export const OptionalFraction = z
	.preprocess(fromCell, z.number('must be a number').min(0, 'must be at least 0').max(1, 'must be at most 1'))
	.optional();

/** A name or other text; a cell that holds only digits is text too. */
export const Text = z
	.preprocess((cell) => (typeof cell === 'number' ? String(cell) : cell), z.string().trim())
	.default('');

/** Several values: a list, or one text with commas, semicolons or lines between them. A blank one keeps its place. */
export const List = z
	.union([z.string(), z.number(), z.array(z.union([z.string(), z.number(), z.null()]))])
	.default('')
	.transform((cell): string[] => {
		if (Array.isArray(cell)) return cell.map((value) => String(value ?? '').trim());
		const text = String(cell).trim();
		return text === '' ? [] : text.split(/[,;\n]/).map((value) => value.trim());
	});
