import type { Command, Context } from '../facts/command.js';
import { correct, correctClaim } from './correction.js';
import { correctStory } from './joint-correction.js';
import { record, release } from './development.js';
import { assess, judge, revokeJudgement, withdraw } from './judgement.js';
import { link, revokeLink } from './link.js';
import { close, reschedule, revise, words } from './schedule.js';
import { translate, unlessTranslation } from './translation.js';
import { pinSummary, unpinSummary } from './summary.js';
import { reinstate, remove, retract, revokeRetraction, withhold } from './withholding.js';
import type { StoryEvent } from '../facts/event.js';
import { Refusal } from '../values/refusal.js';
import { exists, type Story } from '../state/story.js';
import { same } from '../values/text.js';

/**
 * Decides a command of an editor on a story: at most one event, and none if it would change nothing.
 *
 * @throws Refusal with a code and a sentence for the editor
 */
export function decide(story: Story, command: Command, context: Context): readonly StoryEvent[] {
  if (command.type === 'open') return open(story, command, context);
  if (!exists(story)) throw new Refusal('story-unknown', 'There is no such story: open it first.');
  if (story.withheld && !['kill', 'takedown', 'reinstate', 'remove', 'translate'].includes(command.type))
    throw new Refusal('story-withheld', 'The story was killed or taken down: reinstate it first.');
  switch (command.type) {
    case 'record':
      return record(story, command.development, context);
    case 'release':
      return release(story, command);
    case 'correct':
      return unlessTranslation(story, correct(story, command, context));
    case 'correct-claim':
      return unlessTranslation(story, correctClaim(story, command, context));
    case 'correct-story':
      return unlessTranslation(story, correctStory(story, command, context));
    case 'retract':
      return retract(story, command);
    case 'revoke-retraction':
      return revokeRetraction(story, command);
    case 'withdraw':
      return withdraw(story, command);
    case 'judge':
      return judge(story, command, context);
    case 'revoke-judgement':
      return revokeJudgement(story, command);
    case 'link':
      return link(story, command, context);
    case 'revoke-link':
      return revokeLink(story, command);
    case 'independence':
      return assess(story, command);
    case 'headline':
    case 'lede':
      return revise(story, command, context);
    case 'translate':
      return translate(story, command, context);
    case 'summary':
      return pinSummary(story, command);
    case 'unpin-summary':
      return unpinSummary(story);
    case 'reschedule':
      return reschedule(story, command, context);
    case 'classify': {
      const { topics, places } = command;
      if (same(story.topics, topics) && same(story.places, places)) return [];
      return [{ type: 'StoryClassified', topics, places }];
    }
    case 'kill':
    case 'takedown':
      return withhold(story, command);
    case 'remove':
      return remove(story, command, context.id);
    case 'reinstate':
      return reinstate(story, command);
    case 'close':
      return close(story, command);
    case 'reopen':
      return story.status === 'open' ? [] : [{ type: 'StoryReopened', reason: command.reason }];
  }
}

function open(
  story: Story,
  command: Extract<Command, { type: 'open' }>,
  context: Context,
): readonly StoryEvent[] {
  const { slug, language, topics, places, lede } = command;
  if (isOpenedAs(story, command, context)) return [];
  if (exists(story))
    throw new Refusal('story-exists', `The slug ${slug} is taken by a story: choose another.`, '/slug');
  const headline = words(command.headline, '/headline');
  return [{ type: 'StoryOpened', story: context.id, slug, language, headline, lede, topics, places }];
}

const isOpenedAs = (story: Story, command: Extract<Command, { type: 'open' }>, context: Context): boolean =>
  story.id === context.id &&
  story.slug === command.slug &&
  story.language === command.language &&
  same(story.headline.text, command.headline) &&
  same(story.lede?.text ?? null, command.lede) &&
  same([story.topics, story.places], [command.topics, command.places]);
