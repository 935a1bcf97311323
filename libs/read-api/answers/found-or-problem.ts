import { Problem } from '#http';
import { decodeCursor, iso, withheldView, type Cursor, type FoundStory, type Reading } from '#projections';

/**
 * The story of a reading, or a problem that says why there is none to show. `stories` is the address of all stories.
 * `blockedBy` identifies who withholds a story, for the link of RFC 7725 (section 4).
 */
export function foundOr(reading: Reading, stories: string, blockedBy: string | null = null): FoundStory {
  switch (reading.kind) {
    case 'found':
      return reading.found;
    case 'unknown':
      throw new Problem('story-unknown', 'There is no such story, or no such revision of it.');
    case 'closed-off':
      throw new Problem('not-ready', 'Something in this story is being removed: repeat the request.', {
        headers: { 'retry-after': '1' },
      });
    case 'damaged':
      throw new Problem(
        'event-damaged',
        'The record of this story is damaged. It cannot be shown until an operator restores it.',
      );
    case 'not-yet': {
      const first = { at: iso(reading.first), href: `${stories}/${reading.slug}/revisions/0` };
      throw new Problem('not-yet', `The story begins at ${first.at}: ask for that moment or a later one.`, {
        members: { first },
        headers: {
          link: `<${first.href}>; rel="first memento"; datetime="${new Date(reading.first).toUTCString()}"`,
        },
      });
    }
    case 'withheld': {
      const notice = withheldView(reading.withheld);
      const headers: Record<string, string> =
        blockedBy === null ? {} : { link: `<${blockedBy}>; rel="blocked-by"` };
      const killed = reading.withheld.how === 'killed';
      throw new Problem(
        killed ? 'killed' : 'taken-down',
        `The story was ${killed ? 'killed' : 'taken down'}. Its notice remains.`,
        { members: { notice }, headers },
      );
    }
  }
}

export const invalidCursor = (): Problem =>
  new Problem(
    'cursor',
    'Invalid cursor for this list or query: start again without a cursor, or use next exactly as given.',
  );

/** @throws Problem `party-not-heard` */
export function partyNotHeard(): never {
  throw new Problem(
    'party-not-heard',
    'No party of that name has said anything in these stories, as of that moment.',
  );
}

/** The cursor of a request, if it has one. @throws Problem `cursor` for the cursor of another list, story or query */
export function cursorOf(
  text: string | undefined,
  of: { readonly list: string; readonly story: string | null; readonly asOf: number | null },
): Cursor | null {
  if (text === undefined) return null;
  const cursor = decodeCursor(text);
  if (cursor === null || cursor.list !== of.list || cursor.story !== of.story || cursor.asOf !== of.asOf)
    throw invalidCursor();
  return cursor;
}
