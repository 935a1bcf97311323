import { claimOf, reasonOf } from './correction.js';
import type { Command } from '../facts/command.js';
import { developmentOf } from './development.js';
import type { StoryEvent, Withheld } from '../facts/event.js';
import { Refusal } from '../values/refusal.js';
import { emptied } from '../evolve/removed-words.js';
import type { Removed } from '../values/removed.js';
import { nearQuestions, partsOf, type Heading, type Story } from '../state/story.js';
import { same, type Text, type Uuid } from '../values/text.js';
import { isAmong } from '../values/wording.js';

type Of<T extends Command['type']> = Extract<Command, { type: T }>;

/** Kills or takes down a development, or without one the story. */
export function withhold(story: Story, command: Of<'kill' | 'takedown'>): readonly StoryEvent[] {
  const { development, publishes } = command;
  const now = development === null ? story.withheld : developmentOf(story, development).withheld;
  const why = whyOf(command, command.type === 'kill' ? 'killed' : 'takenDown');
  publishes.forEach((id, i) => claimOf(story, id, `/publishes/${i}`));
  const claims = development !== null && command.andClaims ? ownClaims(story, development) : [];
  if (already(now, command) && claims.every((id) => isEmptied(story, id, command.notice))) return [];
  const { grounds, reason, notice, authority } = why;
  const ended = { grounds, reason, notice };
  if (command.type === 'kill') {
    if (development === null) return [{ type: 'StoryKilled', ...ended }];
    return [{ type: 'DevelopmentKilled', development, claims, publishes, ...ended }];
  }
  if (development === null) return [{ type: 'StoryTakenDown', ...ended, authority }];
  return [{ type: 'DevelopmentTakenDown', development, claims, publishes, ...ended, authority }];
}

const already = (now: Withheld | null, command: Of<'kill' | 'takedown'>): boolean =>
  now?.how === (command.type === 'kill' ? 'killed' : 'takenDown') &&
  now.grounds === command.grounds &&
  isAmong(command.notice, now.notice) &&
  now.authority === (command.type === 'takedown' ? command.authority : null);

/** The claims that a development was the first to name. */
const ownClaims = (story: Story, development: Uuid): readonly string[] =>
  developmentOf(story, development)
    .development.claims.map((claim) => claim.id)
    .filter((id) => story.claims.get(id)?.identifiedBy === development);

/** Whether nothing is left of a claim but a notice. */
function isEmptied(story: Story, id: string, instead: Text): boolean {
  const claim = story.claims.get(id)?.claim;
  return claim !== undefined && same(claim, emptied(claim, instead));
}

/** Removes texts other than a development, or words wherever they are. */
export function remove(story: Story, command: Of<'remove'>, removal: Uuid): readonly StoryEvent[] {
  const { what, how } = command;
  const why = whyOf(command, how);
  const now = saysStill(story, what);
  if (!now) return [];
  return [{ type: 'TextsRemoved', removal, what, how, ...why }];
}

/** Whether a story may still say what is to be removed. Of words only its events tell. */
function saysStill(story: Story, what: Removed): boolean {
  if ('claim' in what) {
    const claim = claimOf(story, what.claim);
    return !same(claim, emptied(claim, what.with));
  }
  if ('question' in what) {
    const state = story.questions.get(what.question);
    if (!state)
      throw new Refusal(
        'question-unknown',
        `No question ${what.question} was raised.${nearQuestions(story, what.question)}`,
      );
    return !same(state.question.text, what.with);
  }
  if ('headline' in what) return says(story, 'headline', what.headline, what.with);
  if ('lede' in what) return says(story, 'lede', what.lede, what.with);
  if ('summary' in what) return says(story, 'summary', what.summary, what.with);
  if (!('correction' in what)) return true;
  const found = [...story.corrections].find(({ id }) => id === what.correction);
  if (!found) throw new Refusal('correction-unknown', `This story has no correction ${what.correction}.`);
  const changes = partsOf(found).flatMap((part) => part.changes);
  if (changes.some((change) => change.field === 'verdict'))
    throw new Refusal(
      'correction-unknown',
      `Correction ${what.correction} is a change of verdict and has no words to remove: remove the claim, or revoke the judgement.`,
    );
  return (
    !changes.every((change) => change.withheld) || (found.notice !== null && !same(found.notice, what.with))
  );
}

const says = (story: Story, what: Heading['what'], text: Text, instead: Text): boolean =>
  !same(text, instead) &&
  [...story.headings, ...story.scheduled].some((h) => h.what === what && same(h.text, text));

function whyOf(
  { grounds, reason, notice, authority }: Of<'kill' | 'takedown' | 'remove'>,
  how: Withheld['how'],
) {
  if (how === 'takenDown' && grounds === 'legal' && (authority === null || authority.trim() === ''))
    throw new Refusal(
      'authority-missing',
      'A takedown on legal grounds says by whose order: give the authority.',
      '/authority',
    );
  return {
    grounds,
    reason: reasonOf(reason, 'Withholding what was published says why.'),
    notice,
    authority: how === 'takenDown' ? authority : null,
  };
}

export function reinstate(story: Story, command: Of<'reinstate'>): readonly StoryEvent[] {
  const { development } = command;
  const now = development === null ? story.withheld : developmentOf(story, development).withheld;
  const reason = reasonOf(command.reason, 'A reinstatement says why.');
  if (now === null) return [];
  if (development === null) return [{ type: 'StoryReinstated', reason }];
  return [{ type: 'DevelopmentReinstated', development, reason }];
}

export function retract(story: Story, command: Of<'retract'>): readonly StoryEvent[] {
  const { retracted } = developmentOf(story, command.development);
  const reason = reasonOf(command.reason, 'A retraction says why.');
  if (retracted?.by === command.by) return [];
  return [{ type: 'DevelopmentRetracted', development: command.development, by: command.by, reason }];
}

export function revokeRetraction(story: Story, command: Of<'revoke-retraction'>): readonly StoryEvent[] {
  const { retracted } = developmentOf(story, command.development);
  const reason = reasonOf(command.reason, 'Revoking a retraction says why.');
  return retracted ? [{ type: 'RetractionRevoked', development: command.development, reason }] : [];
}
