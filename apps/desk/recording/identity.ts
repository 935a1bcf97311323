import { v4, v5 } from 'uuid';
import { DATELINE, type Uuid } from '#story';

export const derive = (from: Uuid, name: string): Uuid => v5(name, from);
export const newId = (): Uuid => v4();

/** A slug is for good, so a story's id follows from it, and its stream keeps the slug unique. */
export const storyId = (slug: string): Uuid => derive(DATELINE, `story/${slug}`);

/** What a key makes is the same whenever the request is sent. */
export const idOfKey = (key: string): Uuid => derive(DATELINE, `key/${key}`);

/** The id of what a line of an import makes: a development, a judgement, an unnamed source. */
export const idOfRef = (slug: string, ref: string): Uuid => derive(storyId(slug), `ref/${ref}`);
