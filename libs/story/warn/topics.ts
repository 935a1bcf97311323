import type { Command } from '../facts/command.js';
import type { Warning } from './warning-form.js';

/** The subjects at the top of IPTC's Media Topics, and the numbers that it has given since, with room for some years. */
const AT_THE_TOP = /^(?:0[1-9]|1[0-7])000000$/;
const [FIRST, LAST] = [20_000_001, 20_001_499];

/**
 * Warnings about topics that are no Media Topics: IPTC has given their numbers one after the other, 1,393 by July 2026.
 * A number among them that was never given is not found out.
 */
export function warningsOfTopics(command: Command): readonly Warning[] {
  if (command.type !== 'open' && command.type !== 'classify') return [];
  return command.topics.flatMap((topic, i) => {
    const code = topic.replace(/^medtop:/, '');
    if (AT_THE_TOP.test(code) || (Number(code) >= FIRST && Number(code) <= LAST)) return [];
    const message = `${topic} is no Media Topic of IPTC: they go from 01000000 to 17000000 in millions, and from 20000001 to about 20001400. Look for its number at cv.iptc.org/newscodes/mediatopic.`;
    return [{ rule: 'topic-unknown', source: 'IPTC Media Topics', pointer: `/topics/${i}`, message }];
  });
}
