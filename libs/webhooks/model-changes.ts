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

/** The changes in the public read model, as visible at the time of each call. */
export function changesOf(model: Pick<ReadModel, 'reader' | 'caughtUp' | 'news'>, site: Site): PublicChanges {
  /** Until the read model is built, the result is `otherwise`. */
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
    // A read model that has not caught up may end before the log does.
    endsBefore: (position) =>
      model.caughtUp && reading((reader) => (reader.state.position ?? -1n) < position, false),
    head: () => reading((reader) => newestPosition(reader, null), null),
    news: model.news,
  };
}
