import type * as z from 'zod/v4';

import { pushTargetOn } from '../levers/pushTarget';
import { PLATFORMS } from './registry';

/** The object that a plan is pushed to. */
export const PushTarget = pushTargetOn(PLATFORMS);
export type PushTarget = z.output<typeof PushTarget>;
export type PushTargetInput = Readonly<z.input<typeof PushTarget>>;
