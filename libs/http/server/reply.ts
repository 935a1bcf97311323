import {
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type HttpStatus,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';

/** What a handler answers besides a body. */
export interface ReplyHead {
  /** If absent, the default of the method: 201 for POST, else 200. */
  readonly status?: HttpStatus;
  /** The revision that the ETag names; null and absent: no ETag. */
  readonly revision?: string | number | null;
  readonly location?: string;
}

/** A body and its head, as a handler returns them. */
export class Reply<T> {
  constructor(
    readonly body: T,
    readonly head: ReplyHead,
  ) {}
}

/** Writes the head of a {@link Reply}, so that no handler needs the reply of Fastify. Other results stay as they are. */
@Injectable()
export class ReplyInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map((result: unknown) => {
        if (!(result instanceof Reply)) return result;
        const { body, head } = result as Reply<unknown>;
        const { status, revision = null, location } = head;
        if (status !== undefined) void reply.status(status);
        if (revision !== null) void reply.header('etag', `"${revision}"`);
        if (location !== undefined) void reply.header('location', location);
        return body;
      }),
    );
  }
}
