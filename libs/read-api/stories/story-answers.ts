import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { storyTag } from '#formats';
import { iso, type FoundStory } from '#projections';
import { ReadableModel } from '../answers/readable-model.js';
import { send, type Answer } from '../answers/send.js';
import { JSON_UTF8 } from '../formats/requested-format.js';
import { dateOf } from '../formats/memento.js';

/** What was read of one story. The headers follow from it. */
export interface StoryAnswer extends Partial<
  Pick<Answer, 'type' | 'vary' | 'paged' | 'language' | 'headers'>
> {
  readonly found: FoundStory;
  readonly body: Answer['body'];
  /** What the bytes depend on besides the story, its revision and the moments. */
  readonly dependsOn: Answer['dependsOn'];
  /** The moment asked for; null for now, `fixed` for one revision. */
  readonly asOf: number | 'fixed' | null;
  /** The suffix of the format, for the permanent address; none for JSON. */
  readonly suffix?: string;
  /** Adds the request's language to the permanent address. */
  readonly located?: (address: string) => string;
}

/** Sends what was read of one story, with the headers that all such answers have. */
@Injectable()
export class StoryAnswers {
  constructor(private readonly readable: ReadableModel) {}

  /** `read` runs as of one moment of the read model. It returns null if it has sent an answer itself. */
  async send(request: FastifyRequest, reply: FastifyReply, read: () => StoryAnswer | null): Promise<void> {
    await this.readable.ready(request, reply);
    await this.readable.reader.together(() => {
      const answer = read();
      if (answer === null) return;
      const { found, dependsOn, asOf, type = JSON_UTF8, headers, suffix: _, located: __, ...rest } = answer;
      return send(request, reply, {
        ...rest,
        type,
        revision: String(found.revision),
        dependsOn: [found.id, found.lastRewrite, found.asOf, found.validAt, ...dependsOn],
        maxAge: this.readable.maxAgeOf(asOf === 'fixed' ? null : asOf),
        headers: {
          ...(asOf === null ? {} : this.#memento(answer)),
          ...headers,
          ...this.#tags(found),
        },
      });
    });
  }

  /** When the shown revision was recorded, and its permanent address. */
  #memento({ found, suffix = '', located = (address) => address }: StoryAnswer): Record<string, string> {
    const { revision, validAt, recordedAt } = found;
    const moment = validAt === null ? '' : `?validAt=${iso(validAt)}`;
    const address = `${this.readable.stories.addressOf(found)}/revisions/${revision}${suffix}${moment}`;
    return { 'memento-datetime': dateOf(recordedAt), 'content-location': located(address) };
  }

  /** The surrogate keys by which caches purge everything about a story. */
  #tags({ id }: FoundStory): Record<string, string> {
    if (this.readable.publication === null) return {};
    return { 'surrogate-key': storyTag(id), 'cache-tag': storyTag(id) };
  }
}
