import { shownName } from '../../../src/messages/shownName';
import { slackMarkup } from '../../../src/messages/slackMarkup';

test.each`
	text                            | expected                                  | because
	${'Brand Germany'}              | ${'Brand Germany'}                        | ${'a plain name stays'}
	${'<!channel> *Brand_DE* & co'} | ${'&lt;!channel&gt; ∗Brand_DE∗ &amp; co'} | ${'a mention is escaped, an underscore within a word stays'}
	${'&lt;'}                       | ${'&amp;lt;'}                             | ${'what is escaped already is escaped again, so that it shows as it is'}
	${'_DE_ __init__'}              | ${'ˍDEˍ ˍˍinitˍˍ'}                        | ${'underscores around words would be italics'}
	${'a~b~ `c`'}                   | ${'a∼b∼ ˋcˋ'}                             | ${'struck and code'}
	${'@here a@b.example'}          | ${'＠here a@b.example'}                   | ${'a mention, but not an address'}
	${':fire: 15:27 a:b'}           | ${'꞉fire: 15:27 a:b'}                     | ${'an emoji, but not a time'}
	${'> quote > more'}             | ${'› quote &gt; more'}                    | ${'a line that begins with it is a quote, even escaped'}
`('$text becomes $expected: $because', ({ text, expected }) => {
	expect(slackMarkup(text)).toBe(expected);
});

test.each`
	name                      | expected                 | because
	${' Brand\r\n\tGermany '} | ${'Brand Germany'}       | ${'a name is one line'}
	${'\u202eevil'}           | ${'evil'}                | ${'it would turn all that follows'}
	${'\ud83d half'}          | ${'half'}                | ${'half a character is none'}
	${'👩‍👩‍👧 علامة'}             | ${'👩‍👩‍👧 علامة'}            | ${'joined emoji and other scripts stay'}
	${'a'.repeat(120)}        | ${'a'.repeat(120)}       | ${'as long as names get'}
	${'a'.repeat(121)}        | ${`${'a'.repeat(119)}…`} | ${'longer than that'}
	${'\u0000\u2067'}         | ${''}                    | ${'nothing of it can be seen'}
`('$name is shown as $expected: $because', ({ name, expected }) => {
	expect(shownName(name)).toBe(expected);
});
