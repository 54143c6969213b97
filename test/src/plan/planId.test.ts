import { planId } from '../../../src/plan/planId';

test.each`
	text             | hash                  | because
	${''}            | ${'cbf29ce484222325'} | ${'the hash of the empty text is the offset basis'}
	${'a'}           | ${'af63dc4c8601ec8c'} | ${'test vector of RFC 9923'}
	${'foobar'}      | ${'85944171f73967e8'} | ${'test vector of RFC 9923'}
	${'77kepQFQ8Kl'} | ${'0000000000000000'} | ${'a hash of 0 keeps all sixteen digits'}
`("the plan of '$text' has the ID $hash: $because", ({ text, hash }) => {
	expect(planId('2026-11-23', text)).toBe(`2026-11-23-${hash}`);
});
