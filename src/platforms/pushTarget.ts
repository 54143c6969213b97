import type * as z from 'zod/v4';

import { pushTargetOn } from '../push/pushTarget';
import { PLATFORMS } from './registry';

/** What a plan is pushed to, in the words of its platform. */
export const PushTarget = pushTargetOn(PLATFORMS);
export type PushTarget = z.output<typeof PushTarget>;
export type PushTargetInput = Readonly<z.input<typeof PushTarget>>;
