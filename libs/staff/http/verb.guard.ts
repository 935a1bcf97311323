import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Problem } from '#http';
import { reachOf, type Reach } from '#roles';
import { AuditLog } from '../audit/audit-log.js';
import { principalIn } from './principal.js';
import { isOpen, verbOf } from './routes.js';

const reaches = new WeakMap<FastifyRequest, Reach>();

/** Whether the sender of a request may act only on what he or she recorded. */
export const actsOnOwnOnly = (request: FastifyRequest): boolean => reaches.get(request) !== 'all';

/** The same for each reason: a refusal does not show whether something exists. */
export const forbidden = (): Problem =>
  new Problem('forbidden', 'Your roles do not allow this. An administrator can change them.');

/** Lets a request through if the roles of its sender have the verb of its route. A route without a verb is closed. */
@Injectable()
export class VerbGuard implements CanActivate {
  constructor(private readonly audit: AuditLog) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const [handler, controller] = [context.getHandler(), context.getClass()];
    if (isOpen(handler) || isOpen(controller)) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const principal = principalIn(request);
    const verb = verbOf(handler) ?? verbOf(controller);
    const reach = verb === undefined ? null : reachOf(verb, principal.roles);
    if (reach === null) {
      const route = `${request.method} ${request.routeOptions.url ?? ''}`;
      await this.audit.record({
        type: 'AccessRefused',
        who: principal.id,
        about: route,
        address: request.ip,
      });
      throw forbidden();
    }
    reaches.set(request, reach);
    return true;
  }
}
