import { isDevelopmentEvent, scheduledId, type Grounds, type StoryEvent, type Text, type Uuid } from '#story';

/** What an event made or fixed besides its position: names by which the editor can refer to it. */
export interface Named {
  /** The claims that the development brings, with the ids and words that were made for it. */
  readonly claims?: readonly { readonly id: string; readonly text: Text }[];
  /** Who is said to know, and which assertions the development makes. */
  readonly origins?: readonly string[];
  readonly assertions?: readonly Uuid[];
  /** After a kill or takedown: the grounds on which readers are told that it was. */
  readonly grounds?: Grounds;
  /** Of a headline or lede that is to come: by what it is known under `scheduled`. */
  readonly scheduled?: string;
}

export function namesOf(event: StoryEvent, revision: number): Named {
  if ('grounds' in event) return { grounds: event.grounds };
  if (event.type === 'HeadlineRevised' || event.type === 'LedeRevised') {
    const what = event.type === 'HeadlineRevised' ? 'headline' : 'lede';
    return event.release === 'now' ? {} : { scheduled: scheduledId({ what, revision }) };
  }
  if (!isDevelopmentEvent(event)) return {};
  const { assertions, claims } = event.development;
  return {
    claims: claims.map(({ id, text }) => ({ id, text })),
    origins: [...new Set(assertions.map((a) => a.origin.id))],
    assertions: assertions.map((a) => a.id),
  };
}
