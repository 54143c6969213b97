import { createState, ingest, optimizeAllocation, preparePush } from '../../../src/index';
import { hourly } from '../../support/deliveries';

const NOW = Date.parse('2026-11-23T10:20:00Z');

const budget = createState({ budgetId: 'b', currency: 'EUR', timeZone: 'UTC', dailyAmount: '240' });
const delivered = ingest(
	budget,
	hourly(NOW - (NOW % 3_600_000) - 48 * 3_600_000, 48, () => ({ spend: 10 })),
	NOW,
);
const { state } = optimizeAllocation(delivered.state, { strategy: 'even_distribution', nowMs: NOW });
const target = { platform: 'google_ads', accountId: '1', objects: [{ id: '222', current: '200000000' }] } as const;

test.each`
	dryRun       | pushes   | because
	${false}     | ${true}  | ${'it was said in so many words'}
	${true}      | ${false} | ${'it is one'}
	${undefined} | ${false} | ${'it is the default'}
	${null}      | ${false} | ${'a setting that is missing is no order to push'}
	${0}         | ${false} | ${'nor is one of another type'}
	${'false'}   | ${false} | ${'nor a text'}
`('dryRun $dryRun pushes: $pushes, because $because', ({ dryRun, pushes }) => {
	const { state: next, push } = preparePush(state, { target, nowMs: NOW, dryRun: dryRun as boolean });
	expect(push.dryRun).toBe(!pushes);
	expect(push.requests).toMatchObject([{ body: { validateOnly: !pushes } }]);
	expect(next.pushes ?? []).toHaveLength(pushes ? 1 : 0);
});
