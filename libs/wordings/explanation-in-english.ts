import type { Mention, Reason, Text, Verdict } from '#story';
import { mentioned, textIn } from './mentions.js';
import { capital, clause, listed } from './phrase.js';

export const explainInEnglish = (reason: Reason): string =>
  `${ofStatus(reason)}${ofDecision(reason.decision)}`;

function ofStatus(reason: Reason): string {
  switch (reason.status) {
    case 'denied':
      return `Denied by ${names(reason.denying)}; nobody supports it now.`;
    case 'withdrawn':
      return ofWithdrawn(reason);
    case 'unsupported':
      return 'Nobody has said that it is so.';
    case 'disputed':
      return ofDisputed(reason);
    case 'announced':
      return `Announced by ${names(reason.announcing)}, whose decision it is.`;
    case 'confirmed':
      return `Confirmed by those responsible, of whom at least two are independent of each other: ${names(reason.responsible)}.`;
    case 'party-confirmed':
      return reason.sided
        ? `Confirmed by one side's responsible party, ${names(reason.responsible)}, and said by ${reason.origins} origins in all; no other side has confirmed it.`
        : `Confirmed by those responsible, ${names(reason.responsible)}, and said by ${reason.origins} origins in all; which sides confirmed it is not known.`;
    case 'corroborated':
      return `Said by ${reason.origins} origins of which at least two are independent: ${names(reason.supporting)}; no responsible party has confirmed it.`;
    case 'claimed':
      return `Claimed by ${names(reason.responsible)} alone, ${areMany(reason.responsible) ? 'parties' : 'a party'} to the matter.`;
    case 'reported':
      return reason.origins === 1
        ? `Reported from a single origin: ${names(reason.supporting)}; nobody else has confirmed it.`
        : `Reported from ${reason.origins} origins that are not independent of each other: ${names(reason.supporting)}.`;
    case 'unverified':
      return `It circulates (${names(reason.supporting)}), and nobody who could know it has said so.`;
    default:
      return ofVerdict(reason);
  }
}

type Of<S extends Reason['status']> = Extract<Reason, { readonly status: S }>;

function ofWithdrawn({ by, takingBack }: Of<'withdrawn'>): string {
  if (takingBack.length > 0) return `Taken back by ${names(takingBack)}; nobody supports it now.`;
  switch (by) {
    case 'us':
      return 'Withdrawn by us: this newsroom has taken back what it had recorded in its support.';
    case 'outlet':
      return 'Withdrawn by the outlet that reported it.';
    case 'origin':
    case null:
      return 'Withdrawn by the source, which has taken it back.';
  }
}

function ofDisputed({ supporting, denying }: Of<'disputed'>): string {
  const [say, deny] = [areMany(supporting) ? 'say' : 'says', areMany(denying) ? 'deny' : 'denies'];
  return `${capital(subject(supporting))} ${say} so; ${subject(denying)} ${deny} it.`;
}

const FOUND: Readonly<Record<Verdict, string>> = {
  verified: 'found to be so',
  'mostly-true': 'found to be mostly so',
  'missing-context': 'found to leave out what matters',
  misleading: 'found to mislead',
  refuted: 'found not to be so',
  unproven: 'found to be neither proved nor disproved',
};

function ofVerdict({ status, method, judgedOn }: Of<Verdict>): string {
  const how = method === null ? '' : `: ${clause(method)}`;
  const again =
    judgedOn === null
      ? ''
      : ` This verdict is of ${judgedOn}: it is in force again because a later one was revoked.`;
  return `Checked by this newsroom itself and ${FOUND[status]}${how}.${again}`;
}

function ofDecision(decision: Reason['decision']): string {
  if (!decision) return '';
  if ('notAnnouncedBy' in decision) {
    const deciders = listed(
      decision.notAnnouncedBy.map((name) => textIn(name, 'en')),
      'or',
    );
    return ` It has not been announced by ${deciders}, whose decision it is.`;
  }
  const by = names(decision.by);
  return decision.ended === 'annulled'
    ? ` It is no longer in force: annulled by ${by}.`
    : ` It is no longer in force: superseded by a decision of ${by}.`;
}

const names = (mentions: readonly Mention[]): string => mentioned(mentions, 'en');

/** The same before a verb: `an origin unknown, through X,` ends with a comma. */
const subject = (mentions: readonly Mention[]): string =>
  names(mentions) + (mentions.at(-1)?.kind === 'unknown' ? ',' : '');

/** Whether their verb is a plural: they are several, or one source that is described in the plural. */
const areMany = (mentions: readonly Mention[]): boolean =>
  mentions.length > 1 ||
  mentions.some(({ several, kind, name }) => several || (kind === 'unnamed' && isPlural(name)));

const AFTER_THE_NOUN =
  /^(?:of|in|on|at|to|from|with|by|for|near|close|familiar|who|that|which|inside|within|about|.+ed|.+ing|seen|sent)$/i;

/**
 * Whether an English description is of more than one: `messages shared on phones`, `hospital records`, but not `a
 * member of two committees`. Its noun is the last word before what qualifies it.
 */
function isPlural(text: Text): boolean {
  const words = (text['en'] ?? '').split(/\s+/);
  if (/^(?:an?|one|each|every)$/i.test(words[0] ?? '')) return false;
  const end = words.findIndex(
    (word, i) => i > 0 && (AFTER_THE_NOUN.test(word) || /[,;(]$/.test(words[i - 1]!)),
  );
  const noun = words.at(end < 0 ? -1 : end - 1)!.replace(/[\p{P}]+$/u, '');
  return /(?:^|[a-z])(?:people|men|women|children|police)$|[^'’sui]s$/i.test(noun);
}
