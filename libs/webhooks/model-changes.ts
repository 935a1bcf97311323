import { cloudEvent, type Site } from '#formats';
import {
  changeAt,
  changesAfter,
  newestPosition,
  ReadModelNotBuilt,
  type ModelReader,
  type ReadModel,
} from '#projections';
import type { ChangeNow, PublicChanges } from './change-source.js';

/** What the public read model tells of changes, as it may be seen at the moment that it is asked. */
export function changesOf(model: Pick<ReadModel, 'reader' | 'caughtUp' | 'news'>, site: Site): PublicChanges {
  /** While there is nothing to read yet there is nothing to tell. */
  function reading<T>(read: (reader: ModelReader) => T, otherwise: T): T {
    try {
      const { reader } = model;
      return reader.together(() => read(reader));
    } catch (error) {
      if (error instanceof ReadModelNotBuilt) return otherwise;
      throw error;
    }
  }
  return {
    after: (position, limit) =>
      reading((reader) => {
        const { changes } = changesAfter(reader, 'public', { after: position, story: null, limit });
        return changes.map(({ change, position: at }) => ({
          position: at,
          story: change.story.id,
          event: { ...cloudEvent(change, site) },
        }));
      }, []),
    at: (position) =>
      reading<ChangeNow>(
        (reader) => {
          const found = changeAt(reader, 'public', position);
          if (found.kind !== 'here') return found;
          return { kind: 'here', event: { ...cloudEvent(found.change, site) } };
        },
        { kind: 'not-now' },
      ),
    // Until it has caught up it may itself be what ends before.
    endsBefore: (position) =>
      model.caughtUp && reading((reader) => (reader.state.position ?? -1n) < position, false),
    head: () => reading((reader) => newestPosition(reader, null), null),
    news: model.news,
  };
}
