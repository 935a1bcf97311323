import { HttpStatus } from '@nestjs/common';
import { Reply } from '#http';
import type { CommandOutcome } from './editor-commands.js';

type View = CommandOutcome['view'];

/** 201 if this request, or its first sending, recorded something; 200 if nothing changed. */
export const createdOrOk = ({ view, recorded }: CommandOutcome): Reply<View> =>
  new Reply(view, { status: recorded ? HttpStatus.CREATED : HttpStatus.OK, revision: view.revision });

/** 200 in any case: for routes that replace one thing. */
export const ok = ({ view }: CommandOutcome): Reply<View> => new Reply(view, { revision: view.revision });
