import type { Authenticity, Medium, RecordedStance, SilentStance } from '#story';
import type { SearchFault, Snippet, Sort } from '#projections';
import type { Vocabulary } from '#wordings';
import type { Html, Part } from './html.js';

type Who = (who: Part) => Html;
type Count = (n: number) => string;

/** The parts of the description of a document. */
export interface DocumentWords {
  readonly medium: Medium;
  readonly title: Part;
  readonly issuer: Part | null;
  readonly date: Part | null;
  readonly seen: Part | null;
  readonly authenticity: Authenticity;
}

/** The sentences of the pages, besides the shared vocabulary. Every language has all of them. */
export interface Messages extends Vocabulary {
  /** Tags beside a translated text, and beside a translation that must be checked. */
  readonly translation: { readonly translated: string; readonly toCheck: string };
  /** The locale for dates (`Intl`). */
  readonly locale: string;
  /** Why something was removed, as a sentence. */
  readonly removed: (why: string) => string;

  readonly site: {
    readonly skip: string;
    readonly stories: string;
    readonly corrections: string;
    readonly machines: string;
    readonly language: string;
    readonly main: string;
    readonly footer: string;
    readonly zone: (zone: string) => string;
  };
  readonly time: {
    /** 24-hour time of day, `13:30`. */
    readonly clock: (hour: string, minute: string, rest: string) => string;
    readonly at: (day: string, clock: string) => string;
    readonly endOf: (day: string) => string;
  };
  readonly moment: {
    readonly now: Who;
    readonly past: Who;
    readonly fixed: (revision: string, when: Part) => Html;
    readonly held: Who;
    readonly seeNow: string;
    readonly sinceThen: Count;
    readonly navigation: string;
    readonly first: string;
    readonly previous: string;
    readonly next: string;
    readonly latest: string;
    readonly choose: string;
    readonly date: string;
    readonly clock: (zone: string) => string;
    readonly clockHint: string;
    readonly show: string;
    readonly forms: string;
  };
  readonly story: {
    readonly contents: string;
    readonly closed: string;
    readonly withdrawn: string;
    readonly withdrawnAt: Who;
    readonly nothing: string;
    readonly topics: string;
    readonly places: string;
    readonly pinned: Who;
    readonly established: { readonly title: string; readonly about: string };
    readonly claimed: { readonly title: string; readonly about: string };
    readonly contested: { readonly title: string; readonly about: string };
    readonly unknown: { readonly title: string; readonly about: string };
    readonly history: { readonly title: string; readonly about: string };
    readonly corrections: { readonly title: string; readonly about: string };
    readonly figures: { readonly title: string; readonly about: string };
    readonly none: string;
    readonly hasCorrections: Count;
    readonly claims: Count;
    readonly since: Who;
    readonly inTheWorld: Who;
    readonly moreSaid: Count;
    readonly more: Count;
    readonly data: string;
    readonly silence: Readonly<Record<SilentStance, (who: Part, claims: Part) => Html>>;
    readonly questionSince: Who;
    readonly answered: string;
    readonly feed: string;
    readonly json: string;
  };
  readonly chart: {
    readonly title: string;
    readonly about: string;
    readonly lane: (claim: string) => string;
    readonly from: (status: string, when: string) => string;
    readonly steps: Count;
    readonly earlier: string;
  };
  readonly claims: {
    readonly title: string;
    readonly about: string;
    /** The number of all claims of the story, or of those that match. */
    readonly count: Count;
    readonly chosen: string;
    readonly none: string;
    readonly first: string;
    readonly previous: string;
    readonly next: string;
  };
  readonly timeline: {
    readonly keyOnly: string;
    readonly all: string;
    readonly title: string;
    readonly source: string;
    readonly reported: Who;
    readonly occurred: Who;
    readonly place: Who;
    readonly evidence: string;
    readonly raises: string;
    readonly corrected: string;
    readonly retracted: Readonly<Record<'us' | 'outlet', Who>>;
    readonly withheld: Readonly<Record<'killed' | 'takenDown', Who>> & { readonly rest: string };
    readonly authority: Who;
    readonly moved: (claim: Part, is: string, was: string | null) => Html;
    readonly judged: string;
    readonly older: string;
    readonly newest: string;
    readonly of: (headline: Part) => Html;
  };
  readonly chain: {
    readonly whichCites: Who;
    readonly askedBy: (who: Part, outlet: Part) => Html;
    readonly for: (who: Part, body: Part) => Html;
    readonly unnamed: (who: Part, count: number) => Html;
    readonly noSource: Who;
    readonly document: (document: DocumentWords) => Html;
    /** For an outlet that saw it itself. */
    readonly eyes: Who;
    readonly undescribed: Count;
  };
  readonly quantity: {
    readonly range: (low: string, high: string) => string;
    readonly shareOf: (share: string, whole: Part) => Html;
    readonly of: Who;
    readonly outOf: Who;
    readonly period: Who;
    readonly controlled: string;
  };
  readonly correctionOf: {
    readonly claim: Who;
    readonly development: (kind: string, when: Part) => Html;
    readonly unknown: string;
    readonly was: string;
    readonly wasHeading: Readonly<Record<'headline' | 'lede', string>>;
    readonly is: string;
    readonly changed: (field: string) => string;
    readonly nothing: string;
  };
  readonly front: {
    readonly title: string;
    readonly about: string;
    readonly past: Who;
    readonly search: string;
    readonly find: string;
    readonly found: Who;
    readonly chosen: string;
    /** The rules for search words. */
    readonly hint: string;
    readonly from: string;
    readonly to: string;
    readonly between: (from: string | null, to: string | null) => Html;
    readonly sort: string;
    readonly sorts: Readonly<Record<Sort, string>>;
    readonly count: Count;
    readonly snippet: Readonly<Record<Exclude<Snippet['in'], 'summary'>, string>>;
    readonly refused: (fault: SearchFault) => string;
    readonly nothing: string;
    readonly all: string;
    readonly latest: (kind: string, when: Part) => Html;
    readonly developments: Count;
    readonly next: string;
  };
  readonly party: {
    readonly about: Who;
    readonly past: Who;
    readonly record: string;
    readonly recordAbout: string;
    readonly stance: Readonly<Record<RecordedStance, { readonly title: string; readonly one: string }>>;
    readonly total: string;
    readonly takenBack: string;
    readonly became: string;
    readonly claims: string;
    readonly said: (stance: string, when: Part) => Html;
    readonly tookBack: Who;
    readonly inStory: Who;
    readonly namedIn: (who: Html) => Html;
    readonly next: string;
    readonly nothing: string;
  };
  readonly changes: {
    readonly title: string;
    readonly about: string;
    readonly feed: string;
    readonly nothing: string;
    /** Replaces the headline of a withheld story, and the text of a withheld claim. */
    readonly withdrawn: string;
    readonly claim: string;
    readonly next: string;
  };
  readonly problem: {
    readonly home: string;
    /** Follows the reason for a kill or takedown. */
    readonly noticeStays: string;
    readonly first: Who;
    readonly notice: string;
    readonly detail: string;
    readonly title: {
      readonly killed: string;
      readonly removed: string;
      readonly takenDown: string;
      readonly notFound: string;
      readonly notYet: string;
      readonly time: string;
      readonly wrong: string;
      readonly unavailable: string;
      readonly failed: string;
    };
    readonly about: {
      readonly notFound: string;
      readonly notYet: string;
      readonly time: string;
      readonly wrong: string;
      readonly unavailable: string;
      readonly failed: string;
    };
    readonly forms: readonly { readonly form: string; readonly means: string }[];
    readonly reference: Who;
  };
}
