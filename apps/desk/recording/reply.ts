import { HttpStatus } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Outcome } from './filing-desk.js';

/** 201 where something was recorded by this request or by its first sending; 200 where it was already so. */
export function reply201(reply: FastifyReply, filed: Outcome): Outcome['view'] {
  void reply.status(filed.added ? HttpStatus.CREATED : HttpStatus.OK);
  void reply.header('etag', `"${filed.view.revision}"`);
  return filed.view;
}
