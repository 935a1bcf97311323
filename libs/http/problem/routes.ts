import { Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Problem } from './problem.js';

/** The addresses of a server and their methods: Fastify answers 404 where 405 with `Allow` is right. */
@Injectable()
export class Routes {
  private readonly methods = new Map<string, Set<string>>();

  /** Nest creates providers before it adds routes, so none is missed. */
  constructor({ httpAdapter }: HttpAdapterHost) {
    const server = httpAdapter.getInstance<FastifyInstance>();
    server.addHook('onRoute', (route) => {
      const methods = this.methods.get(route.url) ?? new Set<string>();
      this.methods.set(route.url, methods);
      for (const method of [route.method].flat()) methods.add(method);
    });
  }

  /** The problem 405 if the address has other methods (RFC 9110 section 15.5.6), else null. */
  wrongMethod(request: FastifyRequest): Problem | null {
    const path = request.raw.url?.split('?', 1)[0] ?? '';
    const methods = [...this.methods]
      .filter(([url]) => matches(url, path))
      .flatMap(([, found]) => [...found]);
    if (methods.length === 0 || methods.includes(request.method)) return null;
    const allow = [...new Set(methods)].sort().join(', ');
    return new Problem('method-not-allowed', `This address takes ${allow}.`, { headers: { allow } });
  }
}

/** Whether a path matches a route such as `/v1/stories/:id` or `/docs/*`. */
function matches(url: string, path: string): boolean {
  const steps = url.split('/');
  const given = path.split('/');
  for (const [i, step] of steps.entries()) {
    if (step === '*') return given.length > i;
    if (given[i] === undefined) return false;
    if (step.startsWith(':') ? given[i] === '' : step !== given[i]) return false;
  }
  return steps.length === given.length;
}
