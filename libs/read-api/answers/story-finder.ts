import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { parseMoment } from '#http';
import type { FoundStory, Moments, Reading } from '#projections';
import { foundOr } from './found-or-problem.js';
import { ReadableModel } from './readable-model.js';

/** Now, for both `asOf` and `validAt`. */
export const NOW: Moments = { asOf: null, validAt: null };

/** Finds the story that a request names, or throws the problem that says why it is not shown. */
@Injectable()
export class StoryFinder {
  constructor(private readonly readable: ReadableModel) {}

  /** @throws Problem `time-form` */
  momentsOf({ asOf, validAt }: { readonly asOf?: string; readonly validAt?: string }): Moments {
    const { zone } = this.readable;
    return {
      asOf: asOf === undefined ? null : parseMoment(asOf, zone),
      validAt: validAt === undefined ? null : parseMoment(validAt, zone, 'validAt'),
    };
  }

  asOf(request: FastifyRequest, name: string, moments: Moments = NOW): FoundStory {
    return this.found(request, this.readable.stories.asOf(name, moments));
  }

  at(request: FastifyRequest, name: string, revision: number, validAt: number | null = null): FoundStory {
    return this.found(request, this.readable.stories.at(name, revision, validAt));
  }

  /** A published surface also says who withholds a story: the newsroom itself. */
  found(request: FastifyRequest, reading: Reading): FoundStory {
    const { publication } = this.readable;
    const blockedBy = publication && `${publication.siteOf(request).origin}/`;
    return foundOr(reading, this.readable.addressOf('stories'), blockedBy);
  }
}
