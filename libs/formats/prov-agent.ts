import { worded } from './language.js';
import { qualified, spoken, type ProvDocument } from './prov-document.js';
import type { DocumentView, LinkView, SpeakerView } from './view.js';
import { issuerOf } from './view.js';
import { nameOf } from './words.js';

/**
 * Adds a speaker, and whom it speaks for. Returns the name of the agent. An unnamed source has only what is public: its
 * origin id, its descriptor, the number of people, and their side.
 */
export function agentOf(document: ProvDocument, languages: readonly string[], link: SpeakerView): string {
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

/** Adds a document or a rumour. It is an entity, because it does not act. A document has its issuer if that is verified. */
export function sourceEntityOf(
  document: ProvDocument,
  languages: readonly string[],
  link: Exclude<LinkView, SpeakerView>,
): string {
  if ('rumour' in link)
    return document.add('entity', `uuid:${link.rumour.origin}`, {
      'prov:type': qualified('dateline:Rumour'),
      'prov:label': spoken(worded(link.rumour.descriptor, languages)),
    });
  const { origin, medium, title, issuer, date, seen, sha256, authenticity }: DocumentView = link.document;
  const name = document.add('entity', `uuid:${origin}`, {
    'prov:type': qualified('dateline:Document'),
    'prov:label': spoken(worded(title, languages)),
    'prov:location': seen ?? undefined,
    'dateline:medium': medium,
    'dateline:issuer': issuer?.name,
    'dateline:date': date ?? undefined,
    'dateline:sha256': sha256 ?? undefined,
    'dateline:authenticity': authenticity,
  });
  const party = issuerOf(link.document);
  if (party)
    document.relate(
      'wasAttributedTo',
      name,
      agentOf(document, languages, { ...party, side: null, speaksFor: null }),
    );
  return name;
}
