import { Injectable, Logger, Query, type PipeTransform } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import { Drafts } from '#drafts';
import { isUuidV45, Problem } from '#http';
import type { CommandOutcome } from '../recording/editor-commands.js';
import type { WriteHeaders } from '../recording/write-headers.js';

const NAME = 'draft';

class DraftPipe implements PipeTransform {
  transform(value: string | undefined): string | undefined {
    if (value === undefined || isUuidV45(value)) return value;
    const detail = 'must be a UUID of version 4 or 5 in lower case';
    throw new Problem('query-parameter', `A parameter is wrong: ${NAME} ${detail}.`, {
      errors: [{ parameter: NAME, detail }],
    });
  }
}

/** `?draft`: the id of the draft that a request records. @throws Problem `query-parameter` */
export const RecordedDraft = (): ParameterDecorator => (target, key, index) => {
  if (key === undefined) return;
  Query(NAME, new DraftPipe())(target, key, index);
  const method = Object.getOwnPropertyDescriptor(target, key)!;
  ApiQuery({ name: NAME, required: false, schema: { type: 'string', format: 'uuid' } })(target, key, method);
};

/** Deletes drafts that are recorded. */
@Injectable()
export class RecordedDrafts {
  constructor(private readonly drafts: Drafts) {}

  /**
   * Deletes the sender's draft after this request, or its first sending, recorded something. So a repeat deletes what a crash
   * left. If the file fails, the draft stays: what is recorded is not refused.
   */
  delete(id: string | undefined, { recorded }: CommandOutcome, { by }: WriteHeaders): void {
    if (id === undefined || !recorded) return;
    try {
      this.drafts.delete(by, id);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      new Logger('Drafts').error(`A draft was recorded and is not deleted: ${why}`);
    }
  }
}
