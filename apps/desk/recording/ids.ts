import { v4, v5 } from 'uuid';
import { DATELINE, type Uuid } from '#story';

export const derive = (from: Uuid, name: string): Uuid => v5(name, from);
export const newId = (): Uuid => v4();

/** A slug never changes, so the id of a story follows from it. The stream of that id keeps the slug unique. */
export const storyId = (slug: string): Uuid => derive(DATELINE, `story/${slug}`);

/** The id of what a request with this key makes: the same at each repeat. */
export const idOfKey = (key: string): Uuid => derive(DATELINE, `key/${key}`);

/** The id of what a line of an import makes, such as a development or an unnamed source. */
export const idOfRef = (slug: string, ref: string): Uuid => derive(storyId(slug), `ref/${ref}`);
