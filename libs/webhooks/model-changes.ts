import { cloudEvent, type Site } from '#formats';
import {
  changeAt,
  changesAfter,
  newestPosition,
  ReadModelNotBuilt,
  type ModelReader,
  type ReadModel,
} from '#projections';
import type { PublicChanges } from './change-source.js';

/** What the public read model tells of changes, as it may be seen at the moment that it is asked. */
export function changesOf(model: ReadModel, site: Site): PublicChanges {
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
      reading((reader) => {
        const change = changeAt(reader, 'public', position);
        return change && { ...cloudEvent(change, site) };
      }, null),
    head: () => reading((reader) => newestPosition(reader, null), null),
    onNews: (call) => model.onNews(call),
  };
}
