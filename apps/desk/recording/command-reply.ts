import { HttpStatus } from '@nestjs/common';
import { Reply } from '#http';
import type { Outcome } from './filing-desk.js';

type View = Outcome['view'];

/** 201 if this request, or its first sending, recorded something; 200 if nothing changed. */
export const createdOrOk = ({ view, added }: Outcome): Reply<View> =>
  new Reply(view, { status: added ? HttpStatus.CREATED : HttpStatus.OK, revision: view.revision });

/** 200 in any case: for routes that replace one thing. */
export const ok = ({ view }: Outcome): Reply<View> => new Reply(view, { revision: view.revision });
