import { isDevelopmentEvent, scheduledId, type Grounds, type StoryEvent, type Text, type Uuid } from '#story';

/** Names and ids that an event made or fixed. An editor needs them to refer to its parts. */
export interface ResultNames {
  /** The claims of the development. Dateline makes id and text of the claims for running figures. */
  readonly claims?: readonly { readonly id: string; readonly text: Text }[];
  /** The origins of the development. */
  readonly origins?: readonly string[];
  readonly assertions?: readonly Uuid[];
  /** The grounds of a kill or takedown, as readers see them. */
  readonly grounds?: Grounds;
  /** The id of a scheduled headline or lede. */
  readonly scheduled?: string;
}

export function namesOf(event: StoryEvent, revision: number): ResultNames {
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
