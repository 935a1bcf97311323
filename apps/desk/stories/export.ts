import { iso } from '#http';
import {
  emptyStory,
  evolve,
  isDevelopmentEvent,
  partiesOf,
  type Chain,
  type Claim,
  type CorrectedPart,
  type Decider,
  type Recorded,
  type Speaker,
  type StoryEvent,
} from '#story';
import { commandOf } from './export-command.js';
import { zoneOf } from './export-zone.js';

type Line = Readonly<Record<string, unknown>>;

/**
 * A story's events as lines of an import file that makes an equal story, with the parties as they were described. What
 * has a time of the world names the zone in which its days begin and end.
 */
export async function* exportLines(
  slug: string,
  events: AsyncIterable<Recorded>,
  zone: string,
): AsyncGenerator<Line> {
  const directory = new DirectoryLines();
  let headings = emptyStory;
  for await (const recorded of events) {
    const { event, recordedAt, recordedBy } = recorded;
    const at = iso(recordedAt);
    const by = recordedBy ?? 'dateline';
    for (const chain of chainsOf(event)) yield* directory.before(chain, at, by);
    for (const decider of decidersIn(event)) yield* directory.decides(decider, at, by);
    const there = zoneOf(event, zone);
    yield {
      at,
      story: slug,
      recordedBy: by,
      ...(there === null ? {} : { zone: there }),
      ...commandOf(event, headings),
    };
    if (setsHeading(event)) headings = evolve(headings, recorded);
  }
}

/** Whether an event may set a headline or lede, now or to come: the next one keeps its other languages. */
const setsHeading = ({ type }: StoryEvent): boolean =>
  ['StoryOpened', 'HeadlineRevised', 'LedeRevised', 'ReleaseRescheduled', 'StoryTranslated'].includes(type);

function chainsOf(event: StoryEvent): readonly Chain[] {
  if (isDevelopmentEvent(event)) return event.development.attribution;
  if (event.type === 'StoryCorrected') return event.parts.flatMap(chainsGiven);
  return event.type === 'DevelopmentCorrected' ? chainsGiven(event) : [];
}

const chainsGiven = ({ changes }: Pick<CorrectedPart, 'changes'>): readonly Chain[] =>
  changes.flatMap((c) => (c.field === 'attribution' ? (c.is as readonly Chain[]) : []));

/** Who may decide the claims that an event brings or corrects. */
function decidersIn(event: StoryEvent): readonly Decider[] {
  const of = (claims: readonly Claim[]): readonly Decider[] =>
    claims.flatMap(({ decidedBy = [] }) => decidedBy);
  if (isDevelopmentEvent(event)) return of(event.development.claims);
  const changes =
    event.type === 'StoryCorrected'
      ? event.parts.flatMap((part) => part.changes)
      : event.type === 'DevelopmentCorrected' || event.type === 'ClaimCorrected'
        ? event.changes
        : [];
  return changes.flatMap(({ field, is }) =>
    field === 'claims'
      ? of(is as readonly Claim[])
      : field === 'decidedBy'
        ? ((is ?? []) as readonly Decider[])
        : [],
  );
}

/** Sides and parties, each said before the first chain that names it so. */
class DirectoryLines {
  readonly #said = new Map<string, string>();

  *before(chain: Chain, at: string, by: string): Generator<Line> {
    for (const link of chain) {
      const side = 'unnamed' in link ? link.unnamed.side : null;
      if (side) yield* this.#side(side, at, by);
      for (const party of partiesOf(link)) {
        if (party.side) yield* this.#side(party.side, at, by);
        if (party.body) yield* this.#body(party, at, by);
        yield* this.#say({ command: 'party', ...partyOf(party), at, by });
      }
    }
  }

  /** Of who only decides no more is known than its name and type. */
  *decides({ id, name, type }: Decider, at: string, by: string): Generator<Line> {
    if (!this.#said.has(`party ${id}`)) yield* this.#say({ command: 'party', id, name, type, at, by });
  }

  *#side({ id, name, allies }: NonNullable<Speaker['side']>, at: string, by: string): Generator<Line> {
    for (const ally of allies)
      if (!this.#said.has(`side ${ally}`))
        yield* this.#say({ command: 'side', id: ally, name: ally, at, by });
    yield* this.#say({ command: 'side', id, name, allies, at, by });
  }

  /** What is told of a body in the attribution of one that speaks for it: its id, name and side. */
  *#body({ body, speaksFor, side }: Speaker, at: string, by: string): Generator<Line> {
    const id = body!.id;
    if (this.#said.has(`party ${id}`)) return;
    yield* this.#say({
      command: 'party',
      id,
      name: body!.name,
      type: 'organization',
      side: side?.id ?? null,
      at,
      by,
    });
    if (speaksFor !== null && speaksFor !== id && !this.#said.has(`party ${speaksFor}`))
      yield* this.#say({
        command: 'party',
        id: speaksFor,
        name: speaksFor,
        type: 'organization',
        speaksFor: id,
        at,
        by,
      });
  }

  *#say(
    line: Line & { readonly command: string; readonly id: string; readonly at: string; readonly by: string },
  ): Generator<Line> {
    const { at: _, by: __, ...content } = line;
    const text = JSON.stringify(content);
    if (this.#said.get(`${line.command} ${line.id}`) === text) return;
    this.#said.set(`${line.command} ${line.id}`, text);
    yield line;
  }
}

const partyOf = ({ id, name, type, side, speaksFor }: Speaker): { readonly id: string } & Line => ({
  id,
  name,
  type,
  side: side?.id ?? null,
  speaksFor,
});
