import type { Command } from '../facts/command.js';
import type { Warning } from './warning-form.js';

/** The top-level subjects of IPTC's Media Topics, and the later numbers, with room for some years. */
const AT_THE_TOP = /^(?:0[1-9]|1[0-7])000000$/;
const [FIRST, LAST] = [20_000_001, 20_001_499];

/**
 * Warns about topics that are not Media Topics. IPTC assigns numbers in sequence, 1,393 of them by July 2026. A number
 * in that range that IPTC never assigned causes no warning.
 */
export function warningsOfTopics(command: Command): readonly Warning[] {
  if (command.type !== 'open' && command.type !== 'classify') return [];
  return command.topics.flatMap((topic, i) => {
    const code = topic.replace(/^medtop:/, '');
    if (AT_THE_TOP.test(code) || (Number(code) >= FIRST && Number(code) <= LAST)) return [];
    const message = `${topic} is not a Media Topic of IPTC: find its number at cv.iptc.org/newscodes/mediatopic.`;
    return [{ rule: 'topic-unknown', source: 'IPTC Media Topics', pointer: `/topics/${i}`, message }];
  });
}
