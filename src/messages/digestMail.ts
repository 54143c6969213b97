import { type Digest, digestSentence, newMark } from './digest';
import { type Mail, paragraphs } from './mail';

/** A digest as a mail. */
export function digestMail({ account, summary, sections, notes }: Digest): Mail {
	const title = account === '' ? summary : `${account}: ${summary}`;
	return {
		subject: title,
		text: paragraphs(
			[title],
			...sections.flatMap(({ heading, rows }) => [
				heading === '' ? [] : [heading],
				...rows.map((row) => [`${row.name}${newMark(row)}: ${digestSentence(row)}`]),
			]),
			notes,
		),
	};
}
