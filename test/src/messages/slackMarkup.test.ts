import { slackMarkup } from '../../../src/messages/slackMarkup';

test.each`
	text                            | expected                                  | because
	${'Brand Germany'}              | ${'Brand Germany'}                        | ${'a plain name is unchanged'}
	${'<!channel> *Brand_DE* & co'} | ${'&lt;!channel&gt; ∗Brand_DE∗ &amp; co'} | ${'a mention is escaped, an underscore within a word stays'}
	${'&lt;'}                       | ${'&amp;lt;'}                             | ${'escaped text is escaped again, so that it is shown literally'}
	${'_DE_ __init__'}              | ${'ˍDEˍ ˍˍinitˍˍ'}                        | ${'underscores around words would be italics'}
	${'a~b~ `c`'}                   | ${'a∼b∼ ˋcˋ'}                             | ${'strikethrough and code'}
	${'@here a@b.example'}          | ${'＠here a@b.example'}                   | ${'a mention, but not an address'}
	${':fire: 15:27 a:b'}           | ${'꞉fire: 15:27 a:b'}                     | ${'an emoji, but not a time'}
	${'> quote > more'}             | ${'› quote &gt; more'}                    | ${'a line that begins with > is a quote, even if escaped'}
`('$text becomes $expected: $because', ({ text, expected }) => {
	expect(slackMarkup(text)).toBe(expected);
});
