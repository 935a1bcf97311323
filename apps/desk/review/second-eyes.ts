import { Injectable } from '@nestjs/common';
import { Clock } from '#event-store';
import { Problem } from '#http';
import type { WantedRelease } from '#review';
import { Refusal, type DevelopmentState, type Release, type Story, type Uuid } from '#story';
import { EditorCommands, type CommandOutcome, type CommandRequest } from '../recording/editor-commands.js';
import { ANY, type WriteHeaders } from '../recording/write-headers.js';
import { ReviewRecorder } from './review-recorder.js';
import { SourceApprovals } from './source-approvals.js';

/** What a write to one development names. */
interface Target {
  /** The id or slug of the story. */
  readonly story: string;
  readonly development: Uuid;
}

/** A newsroom has a rule who may release alone. What others record waits on hold until somebody else approves it. */
@Injectable()
export class SecondEyes {
  constructor(
    private readonly reviews: ReviewRecorder,
    private readonly commands: EditorCommands,
    private readonly sources: SourceApprovals,
    private readonly clock: Clock,
  ) {}

  /**
   * The release with which a development is recorded, and the one that an approval gives it: null if it needs none.
   *
   * @throws Refusal `embargo-past`
   */
  async onRecord(
    story: string,
    asked: Release,
    sent: WriteHeaders,
  ): Promise<{ readonly release: Release; readonly wanted: WantedRelease | null }> {
    if (asked === 'held' || !(await this.reviews.mustAsk(sent))) return { release: asked, wanted: null };
    if (!(await this.commands.wasRecorded(story, sent))) this.checkEmbargo(asked);
    return { release: 'held', wanted: asked };
  }

  /** @throws Refusal `embargo-past` */
  checkEmbargo(wanted: WantedRelease): void {
    if (typeof wanted === 'object' && wanted.embargoedUntil <= this.clock.now())
      throw new Refusal(
        'embargo-past',
        'The embargo ends in the past: give a later time, or release it now.',
        '/release',
      );
  }

  /** Asks for the review of a development that was recorded for it. A repeated request asks once. */
  async askOnce({ view }: CommandOutcome, wanted: WantedRelease, sent: WriteHeaders): Promise<void> {
    if (sent.dryRun || !('id' in view)) return;
    const target = { story: view.story, development: view.id };
    const { open } = await this.reviews.current();
    const state = (await this.commands.current(view.story)).developments.get(view.id);
    if (open.has(view.id) || state?.development.release !== 'held' || state.releasedAt !== null) return;
    await this.reviews.record({ type: 'request', ...target, release: wanted, note: null }, sent);
  }

  /** A rule for `allow`: those who act only on their own change nothing public, unless they may release alone. */
  async onChange(sent: WriteHeaders, of: (story: Story) => Uuid): Promise<(story: Story) => void> {
    const mustAsk = sent.ownOnly && (await this.reviews.mustAsk(sent));
    return (story) => {
      const state = story.developments.get(of(story));
      if (mustAsk && state && state.releasedAt !== null)
        throw new Problem('review-required', 'Readers see this already. Ask an editor to change it.');
    };
  }

  /** A rule for `allow`: those who may not release alone release only what others recorded, and did not hand over to them. */
  async onRelease(sent: WriteHeaders, development: Uuid): Promise<(story: Story) => void> {
    const mustAsk = await this.reviews.mustAsk(sent);
    const review = (await this.reviews.current()).open.get(development);
    const areApproved = await this.sources.onRelease(development);
    return (story) => {
      const authors = [story.developments.get(development)?.recordedBy, review?.author];
      if (mustAsk && authors.includes(sent.by))
        throw new Problem(
          'review-required',
          'You recorded this. Ask for a review, so that somebody else approves it.',
        );
      areApproved(story);
    };
  }

  /**
   * Corrects a development. If its author may not release alone, an earlier approval no longer counts. An approved embargo
   * is put on hold first, and the development waits for a review again.
   */
  async correct(target: Target, request: CommandRequest): Promise<CommandOutcome> {
    const { sent } = request;
    const allow = await this.onChange(sent, () => target.development);
    const correcting = { ...request, allow };
    if (sent.dryRun || !(await this.reviews.mustAsk(sent))) return this.commands.execute(correcting);
    const wanted = embargoOf(
      (await this.commands.current(target.story)).developments.get(target.development),
    );
    if (wanted === null) {
      const outcome = await this.commands.execute(correcting);
      await this.#askAgain(target, sent);
      return outcome;
    }
    // What would be refused is refused before anything changes. A repeat, and what changes nothing, keep the approval.
    const { view } = await this.commands.execute({ ...correcting, sent: { ...sent, dryRun: true } });
    const changes = 'changes' in view && view.changes;
    if (!changes || (await this.commands.wasRecorded(target.story, sent)))
      return this.commands.execute(correcting);
    await this.#reschedule(target, { ...sent, seen: null }, 'held');
    await this.#ask(target, wanted, null, sent);
    return this.commands.execute({ ...correcting, sent: { ...sent, seen: ANY } });
  }

  /** After a correction of what came back from a review: it waits again. */
  async #askAgain(target: Target, sent: WriteHeaders): Promise<void> {
    const review = (await this.reviews.current()).open.get(target.development);
    if (review?.state === 'returned') await this.#ask(target, review.release, review.note, sent);
  }

  async #ask(
    { story, development }: Target,
    release: WantedRelease,
    note: string | null,
    sent: WriteHeaders,
  ): Promise<void> {
    const { id } = await this.commands.current(story);
    await this.reviews.record({ type: 'request', story: id, development, release, note }, sent);
  }

  /** After a release by somebody else than the author: the review has ended. */
  async settle(development: Uuid, sent: WriteHeaders): Promise<void> {
    const review = (await this.reviews.current()).open.get(development);
    if (sent.dryRun || !review || review.author === sent.by) return;
    await this.#end(development, sent);
  }

  /** Releases a development as its author wanted. @throws Problem `review-unknown`, `own-review` */
  async approve(target: Target, publishes: readonly string[], sent: WriteHeaders): Promise<CommandOutcome> {
    const { open } = await this.reviews.current();
    const review = open.get(target.development);
    // A repeat gets the first answer, although the review has ended.
    if (!review && (await this.commands.wasRecorded(target.story, sent)))
      return this.#release(target, publishes, sent);
    if (!review)
      throw new Problem('review-unknown', 'Nobody asked for a review of this development, or it has ended.');
    const { release: wanted, author, state } = review;
    if (author === sent.by) throw ownReview();
    // After a takeover the words are those of the new author.
    const areApproved = await this.sources.onRelease(target.development);
    const allow = (story: Story): void => {
      const by = story.developments.get(target.development)?.recordedBy;
      if (state !== 'taken-over' && by === sent.by) throw ownReview();
      areApproved(story);
    };
    const waits = typeof wanted === 'object' && wanted.embargoedUntil > this.clock.now();
    const outcome = waits
      ? await this.#reschedule(target, sent, wanted, allow)
      : await this.#release(target, publishes, sent, allow);
    if (!sent.dryRun) await this.#end(target.development, sent);
    return outcome;
  }

  #release(
    target: Target,
    publishes: readonly string[],
    sent: WriteHeaders,
    allow?: CommandRequest['allow'],
  ): Promise<CommandOutcome> {
    const { development } = target;
    return this.#act(
      target,
      sent,
      () => ({ type: 'release', development, cause: 'editor', publishes }),
      allow,
    );
  }

  /** Ends a review, if nobody else has ended it at the same moment. */
  async #end(development: Uuid, sent: WriteHeaders): Promise<void> {
    try {
      await this.reviews.record({ type: 'approve', development }, sent);
    } catch (error) {
      if (!(error instanceof Problem && error.code === 'review-unknown')) throw error;
    }
  }

  #reschedule(
    target: Target,
    sent: WriteHeaders,
    release: Release,
    allow?: CommandRequest['allow'],
  ): Promise<CommandOutcome> {
    const command = { type: 'reschedule', of: target.development, was: null, reason: null } as const;
    return this.#act(target, { ...sent, key: null }, () => ({ ...command, release, cause: 'editor' }), allow);
  }

  #act(
    { story, development }: Target,
    sent: WriteHeaders,
    command: CommandRequest['command'],
    allow?: CommandRequest['allow'],
  ): Promise<CommandOutcome> {
    return this.commands.execute({
      story,
      sent,
      command,
      recordedBy: recorderOf(development),
      lastChanged: (now) => now.developments.get(development)?.changedAt ?? null,
      answersWith: development,
      ...(allow ? { allow } : {}),
    });
  }
}

const ownReview = (): Problem =>
  new Problem('own-review', 'You recorded this, or asked for the review. Somebody else must approve it.');

const recorderOf =
  (development: Uuid) =>
  (story: Story): string | null | undefined =>
    story.developments.get(development)?.recordedBy;

/** The embargo under which a development waits; null for another release. */
function embargoOf(state: DevelopmentState | undefined): WantedRelease | null {
  const release = state?.releasedAt === null ? state.development.release : null;
  return typeof release === 'object' ? release : null;
}
