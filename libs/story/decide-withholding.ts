import type { Command } from './command.js';
import { reasonOf } from './decide-correction.js';
import { developmentOf } from './decide-development.js';
import type { StoryEvent, Withheld } from './event.js';
import type { Story } from './story.js';
import { same } from './text.js';

type Of<T extends Command['type']> = Extract<Command, { type: T }>;

/** Kills or takes down a development, or without one the story. */
export function withhold(story: Story, command: Of<'kill' | 'takedown'>): readonly StoryEvent[] {
  const { development, notice } = command;
  const now = development === null ? story.withheld : developmentOf(story, development).withheld;
  const reason = reasonOf(command.reason, 'Withholding what was published says why.');
  if (command.type === 'kill') {
    if (already(now, 'killed', command)) return [];
    if (development === null) return [{ type: 'StoryKilled', reason, notice }];
    return [{ type: 'DevelopmentKilled', development, reason, notice }];
  }
  if (already(now, 'takenDown', command)) return [];
  const { authority } = command;
  if (development === null) return [{ type: 'StoryTakenDown', reason, notice, authority }];
  return [{ type: 'DevelopmentTakenDown', development, reason, notice, authority }];
}

const already = (now: Withheld | null, how: Withheld['how'], command: Of<'kill' | 'takedown'>): boolean =>
  now?.how === how &&
  same(now.notice, command.notice) &&
  now.authority === (command.type === 'takedown' ? command.authority : null);

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
