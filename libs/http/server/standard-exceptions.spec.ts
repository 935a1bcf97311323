import {
  BadGatewayException,
  BadRequestException,
  ConflictException,
  Controller,
  ForbiddenException,
  GatewayTimeoutException,
  Get,
  GoneException,
  HttpException,
  ImATeapotException,
  InternalServerErrorException,
  MethodNotAllowedException,
  Module,
  NotAcceptableException,
  NotFoundException,
  NotImplementedException,
  PayloadTooLargeException,
  PreconditionFailedException,
  RequestTimeoutException,
  ServiceUnavailableException,
  UnauthorizedException,
  UnprocessableEntityException,
  UnsupportedMediaTypeException,
  UseGuards,
  type CanActivate,
  type ExecutionContext,
} from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';
import { createServer } from './server.js';

const SECRET = 'the informant is xyzzy';

/** What the route throws: the next request sees it. */
let thrown: unknown;

class ThrowingGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    void context.switchToHttp().getResponse<FastifyReply>().header('www-authenticate', 'Bearer');
    throw thrown;
  }
}

class FalseGuard implements CanActivate {
  canActivate(): boolean {
    return false;
  }
}

@Controller()
class Throwing {
  @Get('handler') handler(): never {
    throw thrown;
  }

  @Get('guarded') @UseGuards(ThrowingGuard) guarded(): void {}

  @Get('refused') @UseGuards(FalseGuard) refused(): void {}
}

@Module({ controllers: [Throwing] })
class ThrowingModule {}

let app: NestFastifyApplication;
let log = '';
beforeAll(async () => {
  app = await createServer(ThrowingModule, { settings: { logLevel: 'error' } });
  await app.init();
});
beforeEach(() => {
  log = '';
  jest.spyOn(process.stderr, 'write').mockImplementation((chunk) => {
    log += String(chunk);
    return true;
  });
});
afterEach(() => jest.restoreAllMocks());
afterAll(() => app.close());

async function answerTo(error: unknown, path = '/handler') {
  thrown = error;
  const { statusCode, headers, body } = await app.inject({
    method: 'GET',
    url: path,
    headers: { host: 'x' },
  });
  expect(headers['content-type']).toBe('application/problem+json');
  expect(body).not.toContain('xyzzy');
  expect(log).not.toContain('xyzzy');
  const problem = JSON.parse(body) as Record<string, unknown>;
  expect(problem).toMatchObject({
    status: statusCode,
    type: `/problems/${String(problem['code'])}`,
    title: expect.stringMatching(/^[A-Z]/),
    detail: expect.stringMatching(/^[A-Z].*\.$/),
  });
  return { status: statusCode, code: problem['code'], headers };
}

describe('a standard exception of Nest', () => {
  it.each<[number, string, HttpException]>([
    [400, 'bad-request', new BadRequestException(SECRET)],
    [401, 'unauthorized', new UnauthorizedException(SECRET)],
    [403, 'forbidden', new ForbiddenException(SECRET)],
    [404, 'not-found', new NotFoundException(SECRET)],
    [405, 'method-not-allowed', new MethodNotAllowedException(SECRET)],
    [406, 'not-acceptable', new NotAcceptableException(SECRET)],
    [408, 'request-timeout', new RequestTimeoutException(SECRET)],
    [409, 'conflict', new ConflictException(SECRET)],
    [410, 'gone', new GoneException(SECRET)],
    [412, 'precondition-failed', new PreconditionFailedException(SECRET)],
    [413, 'payload-too-large', new PayloadTooLargeException(SECRET)],
    [415, 'unsupported-media-type', new UnsupportedMediaTypeException(SECRET)],
    [422, 'unprocessable', new UnprocessableEntityException(SECRET)],
    [428, 'precondition-required', new HttpException(SECRET, 428)],
    [429, 'too-many-requests', new HttpException(SECRET, 429)],
    [431, 'headers-too-large', new HttpException(SECRET, 431)],
  ])('is answered as %d %s', async (status, code, error) => {
    expect(await answerTo(error)).toMatchObject({ status, code });
    expect(log).toBe('');
  });

  it.each<[number, string, HttpException]>([
    [500, 'internal', new InternalServerErrorException(SECRET)],
    [501, 'not-implemented', new NotImplementedException(SECRET)],
    [502, 'bad-gateway', new BadGatewayException(SECRET)],
    [503, 'service-unavailable', new ServiceUnavailableException(SECRET)],
    [504, 'gateway-timeout', new GatewayTimeoutException(SECRET)],
  ])('is answered as %d %s and logged with its stack', async (status, code, error) => {
    const answer = await answerTo(error);
    expect(answer).toMatchObject({ status, code });
    expect(log).toContain(answer.headers['x-request-id']);
    expect(log).toContain(error.name);
  });

  it.each<[number, string, HttpException]>([
    [402, 'bad-request', new HttpException(SECRET, 402)],
    [418, 'bad-request', new ImATeapotException(SECRET)],
    [507, 'internal', new HttpException(SECRET, 507)],
  ])('keeps a status without a separate code: %d under %s', async (status, code, error) =>
    expect(await answerTo(error)).toMatchObject({ status, code }),
  );

  it('never shows its description, cause or object', async () => {
    const cause = new Error(SECRET);
    const said = new ConflictException({ message: SECRET, field: SECRET }, { cause, description: SECRET });
    expect(await answerTo(said)).toMatchObject({ status: 409, code: 'conflict' });
  });

  it('may come from a guard, whose headers stay', async () => {
    expect(await answerTo(new UnauthorizedException(SECRET), '/guarded')).toMatchObject({
      status: 401,
      code: 'unauthorized',
      headers: { 'www-authenticate': 'Bearer' },
    });
    expect(await answerTo(null, '/refused')).toMatchObject({ status: 403, code: 'forbidden' });
  });

  it('is a failure of the server if its status is no error', async () => {
    expect(await answerTo(new HttpException(SECRET, 302))).toMatchObject({ status: 500, code: 'internal' });
    expect(await answerTo(new HttpException(SECRET, 999))).toMatchObject({ status: 500, code: 'internal' });
  });
});
