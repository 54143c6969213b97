/**
 * A function of an immutable object that remembers the last answer for each object, as long as the object lives. Several nodes ask the same of one state.
 *
 * @param compute a pure function; its other arguments must be the same values, or the same objects
 */
export function rememberLast<Subject extends object, Rest extends readonly unknown[], Answer>(
	compute: (subject: Subject, ...rest: Rest) => Answer,
): (subject: Subject, ...rest: Rest) => Answer {
	const last = new WeakMap<Subject, { readonly rest: Rest; readonly answer: Answer }>();
	return (subject, ...rest) => {
		const known = last.get(subject);
		if (known !== undefined && known.rest.every((value, position) => Object.is(value, rest[position])))
			return known.answer;
		const answer = compute(subject, ...rest);
		last.set(subject, { rest, answer });
		return answer;
	};
}
