import { Problem } from '#nest';
import { iso, withheldView, type Cursor, type Reading, type Shown } from '#projections';
import type { Story } from '#story';

export interface FoundStory {
  readonly story: Story;
  readonly shown: Shown;
  readonly head: boolean;
}

/** The story that was found, or the problem that says why there is none to show. */
export function foundOr(reading: Reading, address: string): FoundStory {
  switch (reading.kind) {
    case 'found':
      return reading;
    case 'unknown':
      throw new Problem('story-unknown', 'There is no such story, or no such revision of it.');
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
      if (reading.withheld.how === 'killed')
        throw new Problem('killed', 'The story was killed: withdrawn as wrong. Its notice stays.', {
          members: { notice },
        });
      throw new Problem(
        'taken-down',
        'The story was taken down for legal or safety reasons. Its notice stays.',
        { members: { notice } },
      );
    }
  }
}

export const cursorRefused = (): Problem =>
  new Problem(
    'cursor',
    'This is no cursor of this list: begin again without one, or take next as it was given.',
  );

/** Checks that a cursor belongs to this list of this state. */
export function checkCursor(cursor: Cursor | null, list: string, story: string | null): Cursor {
  if (cursor === null || cursor.list !== list || cursor.story !== story) throw cursorRefused();
  return cursor;
}
