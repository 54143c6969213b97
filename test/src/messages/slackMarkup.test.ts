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
