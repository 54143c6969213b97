import { jsonLists } from '../../nodes/shared/jsonLists';

const [A, B, C] = [{ v: 'aa' }, { v: 'bb' }, { v: 'cc' }];

test.each`
	values       | most   | lists                                          | because
	${[]}        | ${100} | ${[]}                                          | ${'there is nothing to write'}
	${[A, B, C]} | ${100} | ${['[{"v":"aa"},{"v":"bb"},{"v":"cc"}]']}      | ${'all fit'}
	${[A, B, C]} | ${20}  | ${['[{"v":"aa"},{"v":"bb"}]', '[{"v":"cc"}]']} | ${'the third is one letter too many'}
	${[A, B]}    | ${3}   | ${['[{"v":"aa"}]', '[{"v":"bb"}]']}            | ${'one that is too long stands alone, and nothing is lost'}
`('$lists: $because', ({ values, most, lists }) => {
	expect(jsonLists(values as object[], most as number)).toEqual(lists);
});
