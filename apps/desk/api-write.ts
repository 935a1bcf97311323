import { applyDecorators } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';

/** What every write may come with, for OpenAPI. */
export const ApiWrite = (): ClassDecorator & MethodDecorator =>
  applyDecorators(
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description: 'A repeat with the same key and body gives the first answer, also after a restart.',
    }),
    ApiHeader({
      name: 'If-Match',
      required: false,
      description:
        'The ETag of what you saw: 412 if what you change has changed since. Required on PUT and corrections.',
    }),
  );
