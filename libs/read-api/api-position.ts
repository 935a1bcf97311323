import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiServiceUnavailableResponse } from '@nestjs/swagger';

/** Documents the header by which a reader sees what it wrote. */
export const ApiPosition = (): ClassDecorator =>
  applyDecorators(
    ApiHeader({
      name: 'Dateline-Position',
      required: false,
      description:
        'A position that an answer of this surface gave: the answer has at least all that was recorded up to it. ' +
        'Waited for a second, then 503 with Retry-After; a position of another log is 409.',
      schema: { type: 'string', example: '571' },
    }),
    ApiServiceUnavailableResponse({ description: 'Not readable yet: repeat the request after Retry-After.' }),
  );
