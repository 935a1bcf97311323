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
import { lineOf } from './export-line.js';
import { zoneOf } from './export-zone.js';

type Line = Readonly<Record<string, unknown>>;

/**
 * The events of a story as lines of an import file that makes an equal story. Parties are as they were described then. A
 * line with times of the world names the zone in which its days begin and end.
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
    for (const chain of chainsOf(event)) yield* directory.ofChain(chain, at, by);
    for (const decider of decidersIn(event)) yield* directory.ofDecider(decider, at, by);
    const there = zoneOf(event, zone);
    yield {
      at,
      story: slug,
      recordedBy: by,
      ...(there === null ? {} : { zone: there }),
      ...lineOf(event, headings),
    };
    if (setsHeading(event)) headings = evolve(headings, { ...recorded, event: ofHeadings(event) });
  }
}

/** Whether an event may set or schedule a headline or lede. The next one is written as a change of it. */
const setsHeading = ({ type }: StoryEvent): boolean =>
  [
    'StoryOpened',
    'HeadlineRevised',
    'LedeRevised',
    'ReleaseRescheduled',
    'StoryTranslated',
    'StoryCorrected',
  ].includes(type);

/** A joint correction without its other parts: there is no development or claim here. */
const ofHeadings = (event: StoryEvent): StoryEvent =>
  event.type === 'StoryCorrected'
    ? { ...event, parts: event.parts.filter((part) => 'heading' in part) }
    : event;

function chainsOf(event: StoryEvent): readonly Chain[] {
  if (isDevelopmentEvent(event)) return event.development.attribution;
  if (event.type === 'StoryCorrected') return event.parts.flatMap(chainsGiven);
  return event.type === 'DevelopmentCorrected' ? chainsGiven(event) : [];
}

const chainsGiven = ({ changes }: Pick<CorrectedPart, 'changes'>): readonly Chain[] =>
  changes.flatMap((c) => (c.field === 'attribution' ? (c.is as readonly Chain[]) : []));

/** The parties that may decide the claims of an event. */
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

/** The lines for sides and parties, each before the first line that needs it. */
class DirectoryLines {
  readonly #written = new Map<string, string>();

  *ofChain(chain: Chain, at: string, by: string): Generator<Line> {
    for (const link of chain) {
      const side = 'unnamed' in link ? link.unnamed.side : null;
      if (side) yield* this.#side(side, at, by);
      for (const party of partiesOf(link)) {
        if (party.side) yield* this.#side(party.side, at, by);
        if (party.body) yield* this.#body(party, at, by);
        yield* this.#write({ command: 'party', ...partyOf(party), at, by });
      }
    }
  }

  /** Of a party that only decides, the event has no more than name and type. */
  *ofDecider({ id, name, type }: Decider, at: string, by: string): Generator<Line> {
    if (!this.#written.has(`party ${id}`)) yield* this.#write({ command: 'party', id, name, type, at, by });
  }

  *#side({ id, name, allies }: NonNullable<Speaker['side']>, at: string, by: string): Generator<Line> {
    for (const ally of allies)
      if (!this.#written.has(`side ${ally}`))
        yield* this.#write({ command: 'side', id: ally, name: ally, at, by });
    yield* this.#write({ command: 'side', id, name, allies, at, by });
  }

  /** Of a body, the attribution of its speaker has only id, name and side. */
  *#body({ body, speaksFor, side }: Speaker, at: string, by: string): Generator<Line> {
    const id = body!.id;
    if (this.#written.has(`party ${id}`)) return;
    yield* this.#write({
      command: 'party',
      id,
      name: body!.name,
      type: 'organization',
      side: side?.id ?? null,
      at,
      by,
    });
    if (speaksFor !== null && speaksFor !== id && !this.#written.has(`party ${speaksFor}`))
      yield* this.#write({
        command: 'party',
        id: speaksFor,
        name: speaksFor,
        type: 'organization',
        speaksFor: id,
        at,
        by,
      });
  }

  *#write(
    line: Line & { readonly command: string; readonly id: string; readonly at: string; readonly by: string },
  ): Generator<Line> {
    const { at: _, by: __, ...content } = line;
    const text = JSON.stringify(content);
    if (this.#written.get(`${line.command} ${line.id}`) === text) return;
    this.#written.set(`${line.command} ${line.id}`, text);
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
