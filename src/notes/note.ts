import * as z from 'zod/v4';

/** Information for people: a code for workflows, and a sentence. */
export const Note = z.object({ code: z.string(), message: z.string() }).readonly();
export type Note = z.output<typeof Note>;
