import type { Note } from './note';

/** What it means that a platform did not answer with success, by code. */
const MEANINGS = {
	refused: (platform: string): string => `${platform} refused the change`,
	'rate-limited': (platform: string): string => `${platform} is limiting requests`,
	'server-error': (platform: string): string => `${platform} had an internal error`,
	'partly-applied': (platform: string): string => `${platform} made only part of the change`,
	'no-answer': (platform: string): string =>
		`No answer came from ${platform}, so the change may or may not have been made`,
	unreadable: (platform: string): string =>
		`${platform} does not answer a change like this, so its outcome is not known (check 'Method', 'URL', 'Proxy' and 'Response Format' in the HTTP Request node)`,
};

/** What came of a push. Values and instants are formatted; words are those of the platform, or empty. */
export const confirmNotes = {
	accepted: (platform: string, object: string, value: string): Note => ({
		code: 'accepted',
		message: `${platform} accepted the change: ${object} is at ${value}`,
	}),
	notAccepted: (code: keyof typeof MEANINGS, platform: string, words: string): Note => ({
		code,
		message: `${MEANINGS[code](platform)}${words === '' ? '' : `: ${words}`}`,
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

/** What happens after a push. */
export const nextSteps = {
	confirmed: 'Nothing more to do: the next run checks that it is still in force',
	validated: 'Nothing was changed and nothing is recorded: switch off Dry Run to push',
	notValidated: 'Nothing was changed and nothing is recorded: resolve this before you switch off Dry Run',
	again: (from: string): string => `From ${from} on, the next run pushes what its plan then asks for`,
	correct: (from: string): string =>
		`Correct what the platform objects to; from ${from} on, the next run tries again with what its plan then asks for`,
	readFirst: "The next run reads the value in force and goes by it, if 'Current Values' is mapped",
};
