import { pacedBudget } from '../support/pacedBudget';
import { creating, runNode } from '../support/runNode';

type Json = Record<string, unknown>;

const fee = { agencyFee: { fee: '15%' }, amounts: { monthlyAmount: '10000.00' } };

test('a gross month of 10,000 with 15% fee is paced as 8,500 of media, and told with both', async () => {
	const { definition, plan, status, check, report, overview } = await pacedBudget(fee);
	expect(definition).toMatchObject({
		monthlyAmount: '10000.00',
		agencyFee: { share: 0.15, of: 'gross', amounts: 'gross' },
	});
	expect(plan).toMatchObject({
		dayAmount: (await pacedBudget({ amounts: { monthlyAmount: '8500.00' } })).plan['dayAmount'],
	});
	expect(status).toMatchObject({
		agencyFee: { share: 0.15 },
		display: { withFee: expect.stringMatching(/^€\d+\.\d\d of €\d+\.\d\d incl\. fee$/) },
		horizons: { month: { target: 8500, withFee: { amount: 10_000, fee: 1500, media: 8500 } } },
	});
	const words = '€10,000.00 incl. 15% fee: €8,500.00 media. With the fee, ';
	expect((status['display'] as { horizons: Json }).horizons['month']).toContain(words);
	expect(check).toMatchObject({ horizons: { month: { target: 8500 } } });
	for (const html of [report, overview]) expect(html).toContain(words);
	expect(report).toMatch(/today(&#39;|')s budget for media, €\d+\.\d\d incl\. fee/);
	expect(overview).toMatch(/€\d,\d+\.\d\d of €10,000\.00 incl\. fee/);
});

test.each`
	agencyFee                                     | amount      | media    | because
	${{ fee: 15, of: 'media' }}                   | ${11_500}   | ${10000} | ${'a markup of 15% on media'}
	${{ fee: 15, amounts: 'media' }}              | ${13529.41} | ${11500} | ${'amounts of media stay, and the fee comes on top'}
	${{ fee: 15, of: 'media', amounts: 'media' }} | ${13225}    | ${11500} | ${'a markup on top of media'}
`('$agencyFee of 11,500: $because', async ({ agencyFee, amount, media }) => {
	const { status } = await pacedBudget({ agencyFee, amounts: { monthlyAmount: '11500.00' } });
	expect(status).toMatchObject({ horizons: { month: { target: media, withFee: { amount, media } } } });
});

test.each`
	agencyFee             | message                   | because
	${{ of: 'media' }}    | ${/needs 'Fee \(%\)'/}    | ${'a missing fee is not 0'}
	${{ fee: '0.15' }}    | ${/enter 15, not 0\.15/}  | ${'a fraction of a sheet is no percentage'}
	${{ fee: 'fifteen' }} | ${/must be a percentage/} | ${'words are no number'}
`('$agencyFee is refused: $because', async ({ agencyFee, message }) => {
	const { error } = await runNode('pacingBudget', creating({ agencyFee }));
	expect(error?.message).toMatch(message);
});

test('a fee of 0 is no fee', async () => {
	const { outputs } = await runNode('pacingBudget', creating({ agencyFee: { fee: 0, of: 'media' } }));
	expect(outputs[0]![0]).not.toHaveProperty('agencyFee');
});
