import { worded } from './language.js';
import { qualified, spoken, type ProvDocument } from './prov-document.js';
import type { LinkView } from './view.js';
import { nameOf } from './words.js';

/**
 * Describes who speaks, and for whom, and answers with the name of the agent. Of an unnamed source there is no more than
 * what is public: its origin id, its descriptor, how many they are and their side.
 */
export function agentOf(document: ProvDocument, languages: readonly string[], link: LinkView): string {
  if (!('party' in link)) {
    const { origin, descriptor, count, side } = link.unnamed;
    return document.add('agent', `uuid:${origin}`, {
      'prov:type': qualified(count === 1 ? 'prov:Person' : 'dateline:Group'),
      'prov:label': spoken(worded(descriptor, languages)),
      'dateline:unnamed': true,
      'dateline:count': count,
      'dateline:side': side ?? undefined,
    });
  }
  const agent = document.add('agent', `party:${link.party}`, {
    'prov:type': qualified(link.type === 'person' ? 'prov:Person' : 'prov:Organization'),
    'prov:label': nameOf(link, languages),
    'dateline:side': link.side ?? undefined,
  });
  if (link.speaksFor !== null) {
    const body = document.add('agent', `party:${link.speaksFor}`, {});
    document.relate('actedOnBehalfOf', agent, body);
  }
  return agent;
}
