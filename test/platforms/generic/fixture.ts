import type { PushFixture } from '../../support/platformFixture';

export const push: PushFixture = {
	target: { url: 'https://example.com' },
	amountIn: ({ body }) => (JSON.parse(JSON.stringify(body)) as never)['amount'],
	unitsPerMajor: () => 1,
	whole: false,
};
