import type { ChangeView, StateView } from '#projections';
import type { Recorded } from '#story';
import type { Archives, Model } from '../projections/read-model.js';

export const SITE = { origin: 'https://archive.example.org', name: 'Dateline' };

/** The states of a story at each of its revisions, as the archive reads them now; empty while it is withheld. */
export async function statesOf(
  archives: Archives,
  model: Model,
  events: readonly Recorded[],
): Promise<readonly StateView[]> {
  if (events.length === 0) return [];
  const prepared = await archives.append(events, 'public');
  await model.take(prepared.stored);
  return prepared.events.flatMap(({ revision }) => {
    const reading = model.stories.at(prepared.id, revision);
    return reading.kind === 'found' ? [JSON.parse(model.stories.state(reading.found)) as StateView] : [];
  });
}

/** A public event as a change, without a diff. */
export const changeOf = ({ id, event, revision, recordedAt }: Recorded, story: StateView): ChangeView => ({
  position: `${revision}2`,
  id,
  type: event.type,
  story: { id: story.id, slug: story.slug },
  revision: String(revision),
  recordedAt: new Date(recordedAt).toISOString(),
  occurred: null,
  occurredBounds: null,
  time: new Date(recordedAt).toISOString(),
  significance: 'substantive',
  whole: false,
  changes: [],
});
