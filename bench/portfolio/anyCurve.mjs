/** Typical results per unit of spend. */
export const RESULTS_PER_MONEY = 0.1;

/** A curve through a rate at a spend. */
export function anyCurve(spend, rate, uniform, normal) {
	const results = rate * spend;
	const kind = uniform();
	if (kind < 0.45) {
		const s = 0.3 + 0.55 * uniform();
		return { kind: 'power', a: results / spend ** s, s };
	}
	const k = spend * Math.exp(0.7 * normal());
	if (kind < 0.75) return { kind: 'michaelis-menten', a: results * (1 + k / spend), k };
	if (kind < 0.95) return { kind: 'exponential', a: results / (1 - Math.exp(-spend / k)), k };
	const s = 1.5 + uniform();
	return { kind: 'hill', a: results * (1 + (k / spend) ** s), k, s };
}
