import type { Note } from './note';

/** What came of a push. Values and instants are formatted; words are those of the platform, or empty. */
export const confirmNotes = {
	accepted: (platform: string, object: string, value: string): Note => ({
		code: 'accepted',
		message: `${platform} accepted the change: ${object} is at ${value}`,
	}),
	refused: (platform: string, words: string): Note => ({
		code: 'refused',
		message: `${platform} refused the change${said(words)}`,
	}),
	rateLimited: (platform: string, words: string): Note => ({
		code: 'rate-limited',
		message: `${platform} is limiting requests${said(words)}`,
	}),
	serverError: (platform: string, words: string): Note => ({
		code: 'server-error',
		message: `${platform} had an internal error${said(words)}`,
	}),
	partlyApplied: (platform: string, words: string): Note => ({
		code: 'partly-applied',
		message: `${platform} made only part of the change${said(words)}`,
	}),
	noAnswer: (platform: string, words: string): Note => ({
		code: 'no-answer',
		message: `No answer came from ${platform}, so the change may or may not have been made${said(words)}`,
	}),
	unreadable: (platform: string, words: string): Note => ({
		code: 'unreadable',
		message: `The answer is not one that ${platform} gives to a change, so its outcome is not known: check 'Method', 'URL', 'Proxy' and 'Response Format' in the HTTP Request node. It ${words === '' ? 'has no body' : `begins with '${words}'`}`,
	}),
	readBack: (object: string, value: string): Note => ({
		code: 'read-back',
		message: `${object} was read at ${value} in the meantime: the change was made`,
	}),
	validated: (platform: string): Note => ({
		code: 'validated',
		message: `This was a dry run: ${platform} would accept the change`,
	}),
};

const said = (words: string): string => (words === '' ? '' : `: ${words}`);

/** What happens after a push. */
export const nextSteps = {
	confirmed: 'Nothing more to do: the next run checks that it is still in force',
	dryRun: 'Nothing was changed and nothing is recorded: switch off Dry Run to push',
	again: (from: string): string => `From ${from} on, the next run pushes what its plan then asks for`,
	correct: (from: string): string =>
		`Correct what the platform objects to; from ${from} on, the next run tries again with what its plan then asks for`,
	readFirst: "The next run reads the value in force and goes by it, if 'Current Values' is mapped",
};
