import { readdirSync } from 'node:fs';

import { createAccount } from '../account/account.mjs';
import { createFaults } from '../faults/faults.mjs';

/** Files of this folder that are no scenario. */
const OTHERS = ['accounts.mjs', 'scenarios.mjs'];

export const SCENARIO_NAMES = readdirSync(new URL('.', import.meta.url))
	.filter((file) => file.endsWith('.mjs') && !OTHERS.includes(file))
	.map((file) => file.replace(/\.mjs$/, ''));

/** The scenario of a name, see sandbox/scenarios/README.md for its shape. */
export async function readScenario(name) {
	if (!SCENARIO_NAMES.includes(name))
		throw new RangeError(`There is no scenario '${name}'. Choose from: ${SCENARIO_NAMES.join(', ')}`);
	return (await import(`./${name}.mjs`)).default;
}

/** The account of a scenario with its history, and its faults, each waiting for its instant. Options as `createAccount` takes them. */
export function openScenario(scenario, options = {}) {
	const account = createAccount(scenario, options);
	const faults = createFaults(account, { seed: options.seed });
	for (const { kind, ...rest } of scenario.faults ?? []) faults.next(kind, rest);
	return { account, faults };
}
