import * as z from 'zod/v4';

/** Something that a person should know: a code to act on, and a sentence. */
export const Note = z.object({ code: z.string(), message: z.string() }).readonly();
export type Note = z.output<typeof Note>;
