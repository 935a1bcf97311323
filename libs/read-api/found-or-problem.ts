import { Problem } from '#http';
import { decodeCursor, iso, withheldView, type Cursor, type FoundStory, type Reading } from '#projections';

/**
 * The story that was found, or the problem that says why there is none to show. `address` is where the stories are;
 * `blockedBy` whoever withholds what is withheld (RFC 7725 section 4), where that is told.
 */
export function foundOr(reading: Reading, address: string, blockedBy: string | null = null): FoundStory {
  switch (reading.kind) {
    case 'found':
      return reading.found;
    case 'unknown':
      throw new Problem('story-unknown', 'There is no such story, or no such revision of it.');
    case 'closed-off':
      throw new Problem('not-ready', 'Something of the story is being removed: repeat the request.', {
        headers: { 'retry-after': '1' },
      });
    case 'damaged':
      throw new Problem(
        'event-damaged',
        'The record of this story is damaged, and it cannot be shown until an operator has restored it.',
      );
    case 'not-yet': {
      const first = { at: iso(reading.first), href: `${address}/${reading.slug}/revisions/0` };
      throw new Problem('not-yet', `The story begins at ${first.at}: ask for a moment from then on.`, {
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
      if (reading.withheld.how === 'killed')
        throw new Problem('killed', 'The story was killed. Its notice stays.', {
          members: { notice },
          headers,
        });
      throw new Problem('taken-down', 'The story was taken down. Its notice stays.', {
        members: { notice },
        headers,
      });
    }
  }
}

export const cursorRefused = (): Problem =>
  new Problem(
    'cursor',
    'This is no cursor of this list, or of another query: begin again without one, or take next as it was given.',
  );

/** @throws Problem `party-not-heard` */
export function partyNotHeard(): never {
  throw new Problem(
    'party-not-heard',
    'No party of that name has said anything in these stories, or had by that moment.',
  );
}

/** What a request's cursor fixes, if it has one: that of this list of this story, asked for in the same way. */
export function cursorOf(
  text: string | undefined,
  of: { readonly list: string; readonly story: string | null; readonly asOf: number | null },
): Cursor | null {
  if (text === undefined) return null;
  const cursor = decodeCursor(text);
  if (cursor === null || cursor.list !== of.list || cursor.story !== of.story || cursor.asOf !== of.asOf)
    throw cursorRefused();
  return cursor;
}
