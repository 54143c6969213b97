import { UserError } from '../errors';
import type { AllocateOptions, ResponseCell } from './responseCell';

/** Maximum number of units that doubles add up exactly: 100 billion in cents. */
const MAX_UNITS = 1e13;

const KINDS = ['power', 'log', 'michaelis-menten', 'exponential', 'tanh', 'hill'];

/**
 * Rejects cells, a budget or options of the wrong type or out of range.
 *
 * @throws UserError that names the path of the first invalid field, such as 'cells[3].curve.s'
 */
export function checkCells(cells: readonly ResponseCell[], budget: number, options: AllocateOptions): void {
	if (!Array.isArray(cells)) refuse('cells', cells, 'a list');
	if (!(isNumber(budget) && budget >= 0)) refuse('budget', budget, 'a number of at least 0');
	const unit = options.wholeUnits;
	if (unit !== undefined && !(isNumber(unit) && unit > 0)) refuse('wholeUnits', unit, 'a number above 0');
	if (unit !== undefined && budget / unit > MAX_UNITS) refuse('wholeUnits', unit, `at least ${budget / MAX_UNITS}`);
	for (const [name, bounds] of Object.entries(options.groups ?? {})) checkBounds(`groups['${name}']`, bounds);
	cells.forEach((cell, index) => {
		checkCurve(`cells[${index}].curve`, cell?.curve);
		checkBounds(`cells[${index}]`, cell);
		checkGroup(`cells[${index}].group`, cell.group, options);
	});
}

function checkCurve(path: string, curve: ResponseCell['curve'] | undefined): void {
	if (curve === undefined || !KINDS.includes(curve.kind))
		refuse(`${path}.kind`, curve?.kind, `one of ${KINDS.join(', ')}`);
	if (!(isNumber(curve.a) && curve.a >= 0)) refuse(`${path}.a`, curve.a, 'a number of at least 0');
	if (curve.kind !== 'power' && !(isNumber(curve.k) && curve.k > 0)) refuse(`${path}.k`, curve.k, 'a number above 0');
	if (curve.kind === 'power' && !(isNumber(curve.s) && curve.s > 0 && curve.s < 1)) {
		refuse(`${path}.s`, curve.s, 'a number between 0 and 1, both excluded');
	}
	if (curve.kind === 'hill' && !(isNumber(curve.s) && curve.s > 0)) refuse(`${path}.s`, curve.s, 'a number above 0');
}

function checkBounds(path: string, { min, max }: { readonly min?: number; readonly max?: number }): void {
	if (min !== undefined && !(isNumber(min) && min >= 0)) refuse(`${path}.min`, min, 'a number of at least 0');
	if (max !== undefined && !(max === Infinity || (isNumber(max) && max >= 0)))
		refuse(`${path}.max`, max, 'a number of at least 0');
	if ((min ?? 0) <= (max ?? Infinity)) return;
	throw new UserError(
		`'${path}.min' is ${min}, above '${path}.max', which is ${max}`,
		'Lower the minimum or raise the maximum.',
	);
}

function checkGroup(path: string, name: string | undefined, { groups }: AllocateOptions): void {
	if (name === undefined || (groups !== undefined && Object.hasOwn(groups, name))) return;
	const known = Object.keys(groups ?? {});
	throw new UserError(
		`'${path}' is '${name}', a group that 'groups' does not define`,
		known.length === 0
			? "Add it to 'groups', with or without bounds."
			: `Use one of ${known.join(', ')}, or add it to 'groups'.`,
	);
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

function refuse(path: string, value: unknown, expected: string): never {
	throw new UserError(`'${path}' is ${String(value)}, not ${expected}`, `Set it to ${expected}.`);
}
