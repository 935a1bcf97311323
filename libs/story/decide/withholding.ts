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

/** The claims that a development named first. */
const ownClaims = (story: Story, development: Uuid): readonly string[] =>
  developmentOf(story, development)
    .development.claims.map((claim) => claim.id)
    .filter((id) => story.claims.get(id)?.identifiedBy === development);

/** Whether a claim has only a notice left. */
function isEmptied(story: Story, id: string, instead: Text): boolean {
  const claim = story.claims.get(id)?.claim;
  return claim !== undefined && same(claim, emptied(claim, instead));
}

/** Removes words wherever they are, or one text that is not a development. */
export function remove(story: Story, command: Of<'remove'>, removal: Uuid): readonly StoryEvent[] {
  const { what, how } = command;
  const why = whyOf(command, how);
  const now = mayContain(story, what);
  if (!now) return [];
  return [{ type: 'TextsRemoved', removal, what, how, ...why }];
}

/** Whether a story may still contain a text. For words, only its events can show that. */
function mayContain(story: Story, what: Removed): boolean {
  if ('claim' in what) {
    const claim = claimOf(story, what.claim);
    return !same(claim, emptied(claim, what.with));
  }
  if ('question' in what) {
    const state = story.questions.get(what.question);
    if (!state)
      throw new Refusal(
        'question-unknown',
        `This story has no question ${what.question}.${nearQuestions(story, what.question)}`,
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
      'A takedown on legal grounds needs the authority that ordered it.',
      '/authority',
    );
  return {
    grounds,
    reason: reasonOf(reason, 'A removal needs a reason.'),
    notice,
    authority: how === 'takenDown' ? authority : null,
  };
}

export function reinstate(story: Story, command: Of<'reinstate'>): readonly StoryEvent[] {
  const { development } = command;
  const now = development === null ? story.withheld : developmentOf(story, development).withheld;
  const reason = reasonOf(command.reason, 'A reinstatement needs a reason.');
  if (now === null) return [];
  if (development === null) return [{ type: 'StoryReinstated', reason }];
  return [{ type: 'DevelopmentReinstated', development, reason }];
}

export function retract(story: Story, command: Of<'retract'>): readonly StoryEvent[] {
  const { retracted } = developmentOf(story, command.development);
  const reason = reasonOf(command.reason, 'A retraction needs a reason.');
  if (retracted?.by === command.by) return [];
  return [{ type: 'DevelopmentRetracted', development: command.development, by: command.by, reason }];
}

export function revokeRetraction(story: Story, command: Of<'revoke-retraction'>): readonly StoryEvent[] {
  const { retracted } = developmentOf(story, command.development);
  const reason = reasonOf(command.reason, 'The revocation of a retraction needs a reason.');
  return retracted ? [{ type: 'RetractionRevoked', development: command.development, reason }] : [];
}
