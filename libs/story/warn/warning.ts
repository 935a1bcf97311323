import { speakerOf, type Unnamed } from '../facts/attribution.js';
import type { Judgement } from '../facts/claim.js';
import { mayDecide } from '../facts/decider.js';
import type { CorrectionClass, Development } from '../facts/development.js';
import { emptyDirectory, type Directory } from '../facts/party.js';
import { isSilent, STANCE_RULES, type Stance } from '../facts/stance.js';
import { assertionsInForce } from '../evidence/stance.js';
import type { Story } from '../state/story.js';
import { speaksOf } from '../values/names-in-text.js';
import { dayOf, type Text } from '../values/text.js';
import { doubleEntry } from './double-entry.js';
import { numberDiffers } from './figures.js';
import type { Warning } from './warning-form.js';
import { referrals } from './referral.js';
import type { LanguageNotes } from '../values/wording.js';

/** Warnings about a development as it stands in a story that holds it. Texts may call a party by its other names. */
export function warningsOf(
  story: Story,
  development: Development,
  { parties }: Pick<Directory, 'parties'> = emptyDirectory,
): readonly Warning[] {
  const unnamed = development.attribution.flat().flatMap((link) => ('unnamed' in link ? [link.unnamed] : []));
  return [
    ...pluralForOne(development, unnamed),
    ...opinionOfUnnamed(development, unnamed),
    ...unnamed.flatMap(descriptorOrApprover),
    ...declinedElsewhere(story, development),
    ...referrals(story, development, parties),
    ...notAttributed(story, development, parties),
    ...ofNoSide(story, development),
    ...takesBackNothing(story, development),
    ...doubleEntry(story, development),
    ...numberDiffers(story, development),
  ].filter((w, i, all) => all.findIndex((v) => v.rule === w.rule && v.message === w.message) === i);
}

/** Warnings about a judgement in a story that holds it as its last. */
export function warningsOfJudgement(
  story: Story,
  judgement: Pick<Judgement, 'id' | 'claim'>,
): readonly Warning[] {
  const judgements = story.claims.get(judgement.claim)?.judgements ?? [];
  const at = judgements.findIndex((j) => j.id === judgement.id);
  const [before, now] = [judgements[at - 1], judgements[at]];
  if (!before || !now || before.verdict === now.verdict) return [];
  const message = `This newsroom found claim ${now.claim} ${before.verdict} on ${dayOf(before.at)} (judgement ${before.id}): the change to ${now.verdict} stands in the record of corrections. Revoke this judgement if it was not meant.`;
  return [{ rule: 'verdict-changed', source: 'Dateline', message }];
}

/** Warnings about a correction. */
export function warningsOfCorrection(
  kind: CorrectionClass | 'translation',
  notice: Text | null,
): readonly Warning[] {
  if (kind !== 'correction' || notice !== null) return [];
  return [
    {
      rule: 'correction-says-what',
      source: 'Reuters Handbook, corrections',
      message: 'A correction says what was wrong: add a notice for readers.',
    },
  ];
}

function ofNoSide(story: Story, { assertions }: Development): readonly Warning[] {
  return assertions.flatMap(({ claim, origin, standing }) => {
    if (standing !== 'principal' || origin.kind !== 'party' || origin.side !== null) return [];
    if (mayDecide(story.claims.get(claim)?.claim.decidedBy ?? [], origin)) return [];
    const message = `Party ${origin.id} speaks as responsible and has no side: declare its side, or its word is one of an unknown side and confirms nothing together with another’s.`;
    return [{ rule: 'principal-without-side', source: 'Dateline', message }];
  });
}

const isReversal = (stance: Stance): boolean => STANCE_RULES[stance].weight === 'none';

/** What an origin takes back after it was given up, withdrawn or retracted already. */
function takesBackNothing(story: Story, { id, assertions }: Development): readonly Warning[] {
  return assertions.flatMap(({ claim, stance, origin }) => {
    if (!isReversal(stance)) return [];
    const said = story.claims.get(claim)?.byOrigin.get(origin.id) ?? [];
    const before = said.slice(
      0,
      Math.max(
        0,
        said.findIndex((a) => a.development === id),
      ),
    );
    const inForce = before.length === 0 ? new Set() : assertionsInForce(before);
    if (before.some((a) => !isSilent(a.stance) && !isReversal(a.stance) && inForce.has(a.id))) return [];
    const message = `Origin ${origin.id} stood by nothing that it had said of claim ${claim}: this takes nothing back.`;
    return [{ rule: 'takes-nothing-back', source: 'Dateline', message }];
  });
}

/** Warnings about words in whose place others stand: those in a language that is not given again are gone. */
export function warningsOfDropped(what: string, was: Text, is: Text): readonly Warning[] {
  const gone = Object.keys(was).filter((language) => language !== 'und' && !(language in is));
  if (gone.length === 0) return [];
  const message = `The ${what} was there in ${gone.join(' and ')} as well, and is not any more: give it in every language, or translate it again.`;
  return [{ rule: 'language-dropped', source: 'Dateline', message }];
}

/** Warnings about words that say what those in another language said before they were corrected. */
export function warningsToCheck(what: string, was: LanguageNotes, is: LanguageNotes): readonly Warning[] {
  const left = Object.keys(is).filter((language) => is[language]!.toCheck && !was[language]?.toCheck);
  if (left.length === 0) return [];
  const message = `The ${what} in ${left.join(' and ')} says what it said before: translate it again, or send the same words again as a translation where they are right.`;
  return [{ rule: 'translation-to-check', source: 'Dateline', message }];
}

const SOURCES = /\b(sources|officials|responsables)\b/iu;

function pluralForOne({ text }: Development, unnamed: readonly Unnamed[]): readonly Warning[] {
  const people = [...new Map(unnamed.map((u) => [u.origin, u.count])).values()].reduce(
    (n, count) => n + count,
    0,
  );
  if (people !== 1 || !Object.values(text).some((t) => SOURCES.test(t))) return [];
  const message =
    'The text speaks of several sources; the attribution has one: never “sources” for one source.';
  return [{ rule: 'plural-for-one-source', source: 'Reuters Handbook, sourcing', message }];
}

function opinionOfUnnamed(
  { kind, assertions }: Development,
  unnamed: readonly Unnamed[],
): readonly Warning[] {
  const speaks = assertions.some((a) => a.origin.kind === 'unnamed' && a.stance === 'qualifies');
  if (unnamed.length === 0 || (kind !== 'statement' && !speaks)) return [];
  const message = 'An unnamed source is for facts, not for opinions: name who says this, or leave it out.';
  return [{ rule: 'unnamed-for-facts-only', source: 'AP, anonymous sources', message }];
}

const VAGUE =
  /^(an?|the|une?|des|le|la|les)?\s*(sources?|persons?|people|personnes?|officials?|responsables?)$/iu;

function descriptorOrApprover({ descriptor, approvedBy, groundRules }: Unnamed): readonly Warning[] {
  const warnings: Warning[] = [];
  if (groundRules !== 'offTheRecord' && approvedBy === null)
    warnings.push({
      rule: 'unnamed-needs-approver',
      source: 'AP, anonymous sources; BBC Editorial Guidelines, 3.3',
      message: 'An unnamed source needs an editor who approved its use: give approvedBy.',
    });
  if (Object.values(descriptor).some((t) => VAGUE.test(t.trim())))
    warnings.push({
      rule: 'unnamed-needs-descriptor',
      source: 'AP, anonymous sources; BBC Editorial Guidelines, 3.3',
      message:
        'The descriptor says nothing of why the source would know: describe it as closely as was agreed.',
    });
  return warnings;
}

function declinedElsewhere(story: Story, { assertions }: Development): readonly Warning[] {
  const mine = assertions.filter((a) => a.origin.kind === 'unnamed');
  const both = mine.some((a) =>
    [...story.claims.values()].some((claim) => {
      const said = claim.byOrigin.get(a.origin.id) ?? [];
      return (
        [...said, a].some((x) => x.stance === 'declinesComment') &&
        [...said, a].some((x) => x.stance !== 'declinesComment')
      );
    }),
  );
  if (!both) return [];
  const message =
    'This unnamed source speaks in the story and is said to have declined to comment: one of them misleads.';
  return [{ rule: 'unnamed-not-said-to-decline', source: 'AP, anonymous sources', message }];
}

function notAttributed(
  story: Story,
  { assertions, attribution, text }: Development,
  parties: Directory['parties'],
): readonly Warning[] {
  const aliasesOf = (id: string | undefined): readonly string[] =>
    (id === undefined ? undefined : parties.get(id)?.aliases) ?? [];
  const speakers = attribution.flat().flatMap((link) => speakerOf(link) ?? []);
  return assertions.flatMap(({ claim: id, origin }) => {
    const now = story.claims.get(id)?.current;
    if (now?.status !== 'claimed' || origin.kind !== 'party') return [];
    const names = [
      ...now.basis.responsible.flatMap((r) => Object.values(r.name)),
      ...speakers
        .filter((s) => s.id === origin.speaker)
        .flatMap((s) => [s.name, s.body?.name ?? s.name, ...aliasesOf(s.id), ...aliasesOf(s.body?.id)]),
    ];
    if (Object.values(text).some((t) => names.some((name) => speaksOf(t, name)))) return [];
    const message = `Claim ${id} is what an interested party alone says: attribute it in the text.`;
    return [{ rule: 'interested-party-attributed', source: 'BBC Editorial Guidelines, 3.3', message }];
  });
}
