import { Injectable } from '@nestjs/common';
import { Problem } from '#http';
import { sourceKey } from '#review';
import type { Story, Unnamed, Uuid } from '#story';
import type { WriteHeaders } from '../recording/write-headers.js';
import { ReviewRecorder } from './review-recorder.js';

/** Refuses a command on a story. Throws a Problem. */
export type StoryRule = (story: Story) => void;

/** A link of a request, so far as it concerns approvals. */
interface SentLink {
  readonly unnamed?: { readonly origin?: Uuid; readonly approvedBy?: string | null };
}

/** An unnamed source needs the approval of an editor or custodian before readers hear of it. */
@Injectable()
export class SourceApprovals {
  constructor(private readonly reviews: ReviewRecorder) {}

  /** For the chains of a request. Who has the right approves a source by `approvedBy`, with his or her own id. */
  async onWrite(
    chains: readonly (readonly SentLink[])[],
    sent: WriteHeaders,
  ): Promise<(story: Story, isPublic: boolean) => void> {
    const unnamed = chains.flat().flatMap((link) => link.unnamed ?? []);
    if (unnamed.length === 0) return () => {};
    const { approvers, unnamedNeedApproval } = await this.reviews.current();
    return (story, isPublic) => {
      const approver = (origin: Uuid | undefined): string | null =>
        origin === undefined
          ? null
          : (unnamedIn(story, origin)?.approvedBy ??
            approvers.get(sourceKey({ story: story.id, origin })) ??
            null);
      for (const source of unnamed) {
        checkApprover(source, approver(source.origin), sent);
        if (unnamedNeedApproval && isPublic && (source.approvedBy ?? approver(source.origin)) === null)
          throw notApproved(source.origin);
      }
    };
  }

  /** For a correction. Who may not release alone corrects an embargoed development on hold. */
  async onCorrection(
    development: Uuid,
    chains: readonly (readonly SentLink[])[],
    sent: WriteHeaders,
  ): Promise<StoryRule> {
    const [waits, rule] = await Promise.all([this.reviews.mustAsk(sent), this.onWrite(chains, sent)]);
    return (story) => {
      const state = story.developments.get(development);
      const isEmbargoed = typeof state?.development.release === 'object';
      rule(story, state !== undefined && (state.releasedAt !== null || (isEmbargoed && !waits)));
    };
  }

  /** For a development that becomes public. */
  async onRelease(development: Uuid): Promise<StoryRule> {
    const { approvers, unnamedNeedApproval } = await this.reviews.current();
    return (story) => {
      const links = story.developments.get(development)?.development.attribution.flat() ?? [];
      for (const link of unnamedNeedApproval ? links : [])
        if ('unnamed' in link && link.unnamed.approvedBy === null) {
          const { origin } = link.unnamed;
          const isApproved =
            approvers.has(sourceKey({ story: story.id, origin })) || unnamedIn(story, origin)?.approvedBy;
          if (!isApproved) throw notApproved(origin);
        }
    };
  }
}

/** The present description of an unnamed source. */
export function unnamedIn(story: Story, origin: Uuid): Unnamed | null {
  const source = story.sources.get(origin);
  return source && 'unnamed' in source ? source.unnamed : null;
}

/** @throws Problem `approver-unknown` */
function checkApprover(
  { approvedBy = null }: NonNullable<SentLink['unnamed']>,
  before: string | null,
  sent: WriteHeaders,
): void {
  if (approvedBy === null || approvedBy === before || (approvedBy === sent.by && sent.approvesSources))
    return;
  throw new Problem(
    'approver-unknown',
    'approvedBy is the id of the person who sends the request, who is an editor or a custodian. Leave it out, and let ' +
      'an editor or a custodian approve the source.',
  );
}

const notApproved = (origin?: Uuid): Problem =>
  new Problem(
    'source-not-approved',
    `The unnamed source${origin === undefined ? '' : ` ${origin}`} needs the approval of an editor or a custodian before readers hear ` +
      'of it. Put the development on hold, or let one of them approve the source.',
  );
