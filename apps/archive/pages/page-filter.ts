import { Catch, Injectable, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemFrom, sendProblem, type Problem } from '#http';
import { problemPage, type ProblemPage } from '#pages';
import { Publication, ReadableModel } from '#read-api';
import { namesHtml, pageReader } from './page-reader.js';

/** Answers an error at the address of a page: with a page for a browser, with a problem document for other clients. */
@Injectable()
@Catch()
export class PageFilter implements ExceptionFilter {
  constructor(
    private readonly publication: Publication,
    private readonly readable: ReadableModel,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const problem = problemFrom(error, request);
    void reply.header('vary', 'Accept, Accept-Language');
    if (!namesHtml(request)) {
      sendProblem(reply, problem, request.id);
      return;
    }
    const page = problemPage({
      ...partsOf(problem),
      instance: request.id,
      path: request.url.split('?', 1)[0]!,
      site: this.publication.siteOf(request),
      reader: pageReader(request, { zone: this.readable.zone, asOf: null, story: 'en' }),
    });
    void reply
      .code(problem.status)
      .header('cache-control', 'no-store')
      .headers({ ...problem.options.headers })
      .type('text/html; charset=utf-8')
      .send(page);
  }
}

type Members = { readonly notice?: ProblemPage['notice']; readonly first?: ProblemPage['first'] };

function partsOf({ status, code, detail, options }: Problem) {
  const { notice = null, first = null } = (options.members ?? {}) as Members;
  return { status, code, detail, notice, first };
}
