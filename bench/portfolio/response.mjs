/** Response of a curve, as the core's `allocate` defines it. */
export function response({ kind, a, k, s }, amount) {
	switch (kind) {
		case 'power':
			return a * amount ** s;
		case 'michaelis-menten':
			return (a * amount) / (k + amount);
		case 'exponential':
			return -a * Math.expm1(-amount / k);
		case 'hill':
			return amount > 0 ? a / (1 + (k / amount) ** s) : 0;
	}
}
