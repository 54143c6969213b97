import { displayName } from '../../../src/format/displayName';

test.each`
	name                      | expected                 | because
	${' Brand\r\n\tGermany '} | ${'Brand Germany'}       | ${'a name is one line'}
	${'\u202eevil'}           | ${'evil'}                | ${'it would turn all that follows'}
	${'\ud83d half'}          | ${'half'}                | ${'half a character is none'}
	${'👩‍👩‍👧 علامة'}             | ${'👩‍👩‍👧 علامة'}            | ${'joined emoji and other scripts stay'}
	${'a'.repeat(120)}        | ${'a'.repeat(120)}       | ${'as long as names get'}
	${'a'.repeat(121)}        | ${`${'a'.repeat(119)}…`} | ${'longer than that'}
	${'\u0000\u2067'}         | ${''}                    | ${'nothing of it can be seen'}
`('$name is displayed as $expected: $because', ({ name, expected }) => {
	expect(displayName(name)).toBe(expected);
});
