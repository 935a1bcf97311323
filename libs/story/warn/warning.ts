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

/** Warnings about a recorded or corrected development. The texts may use the aliases of parties. */
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

/** Warnings about the latest judgement on a claim. */
export function warningsOfJudgement(
  story: Story,
  judgement: Pick<Judgement, 'id' | 'claim'>,
): readonly Warning[] {
  const judgements = story.claims.get(judgement.claim)?.judgements ?? [];
  const at = judgements.findIndex((j) => j.id === judgement.id);
  const [before, now] = [judgements[at - 1], judgements[at]];
  if (!before || !now || before.verdict === now.verdict) return [];
  const message = `This newsroom found claim ${now.claim} ${before.verdict} on ${dayOf(before.at)} (judgement ${before.id}). The change to ${now.verdict} is in the record of corrections: revoke this judgement if it was a mistake.`;
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
      message: 'A correction must say what was wrong: add a notice for readers.',
    },
  ];
}

function ofNoSide(story: Story, { assertions }: Development): readonly Warning[] {
  return assertions.flatMap(({ claim, origin, standing }) => {
    if (standing !== 'principal' || origin.kind !== 'party' || origin.side !== null) return [];
    if (mayDecide(story.claims.get(claim)?.claim.decidedBy ?? [], origin)) return [];
    const message = `Party ${origin.id} is a principal without a side: declare its side. Without one, its word and that of another side do not make a claim confirmed.`;
    return [{ rule: 'principal-without-side', source: 'Dateline', message }];
  });
}

const isReversal = (stance: Stance): boolean => STANCE_RULES[stance].weight === 'none';

/** Warns about an origin that takes back something that is no longer in force. */
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
    const message = `Origin ${origin.id} has no assertion in force on claim ${claim}: there is nothing to take back.`;
    return [{ rule: 'takes-nothing-back', source: 'Dateline', message }];
  });
}

/** Warnings about a changed text that loses a language. */
export function warningsOfDropped(what: string, was: Text, is: Text): readonly Warning[] {
  const gone = Object.keys(was).filter((language) => language !== 'und' && !(language in is));
  if (gone.length === 0) return [];
  const message = `The ${what} is no longer there in ${gone.join(' and ')}: give it in every language, or translate it again.`;
  return [{ rule: 'language-dropped', source: 'Dateline', message }];
}

/** Warnings about translations that are out of date after a correction. */
export function warningsToCheck(what: string, was: LanguageNotes, is: LanguageNotes): readonly Warning[] {
  const left = Object.keys(is).filter((language) => is[language]!.toCheck && !was[language]?.toCheck);
  if (left.length === 0) return [];
  const message = `The ${what} in ${left.join(' and ')} did not change: translate it again, or send the same words as a translation if they are still right.`;
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
    'The text has several sources and the attribution has one: never write “sources” for one source.';
  return [{ rule: 'plural-for-one-source', source: 'Reuters Handbook, sourcing', message }];
}

function opinionOfUnnamed(
  { kind, assertions }: Development,
  unnamed: readonly Unnamed[],
): readonly Warning[] {
  const speaks = assertions.some((a) => a.origin.kind === 'unnamed' && a.stance === 'qualifies');
  if (unnamed.length === 0 || (kind !== 'statement' && !speaks)) return [];
  const message = 'An unnamed source is for facts, not for opinions: name the source, or leave this out.';
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
        'The descriptor does not say why the source would know: describe the source as closely as agreed.',
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
    'This unnamed source speaks in the story but is reported to have declined to comment: one of them misleads.';
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
    const message = `Only an interested party makes claim ${id}: attribute it in the text.`;
    return [{ rule: 'interested-party-attributed', source: 'BBC Editorial Guidelines, 3.3', message }];
  });
}
