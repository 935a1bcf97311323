/** What one stance means. Its weight says whether its origin counts for or against the claim from then on. */
type StanceRules =
  | {
      readonly weight: 'for' | 'against';
      /** The word under which the record of a party counts it. */
      readonly record: string;
      readonly flag: null;
      readonly silent: false;
      readonly onlyAnswers: boolean;
    }
  | {
      /** `none` takes back everything that the origin said before; `unchanged` is a remark beside it. */
      readonly weight: 'none' | 'unchanged';
      readonly record: null;
      /** The flag beside the status, with the name of the speaker. */
      readonly flag: string;
      /** Whether the origin gives no information. Its next assertion ends such a stance. */
      readonly silent: boolean;
      /** Whether it repeats an allegation only by answering it, and so does not make the words public. */
      readonly onlyAnswers: boolean;
    };

/** One row for each stance. Types, lists, flags and party records follow from it. */
export const STANCE_RULES = {
  asserts: { weight: 'for', record: 'asserted', flag: null, silent: false, onlyAnswers: false },
  confirms: { weight: 'for', record: 'confirmed', flag: null, silent: false, onlyAnswers: false },
  denies: { weight: 'against', record: 'denied', flag: null, silent: false, onlyAnswers: true },
  deniesNovelty: {
    weight: 'unchanged',
    record: null,
    flag: 'novelty-contested',
    silent: false,
    onlyAnswers: false,
  },
  declinesComment: { weight: 'unchanged', record: null, flag: 'no-comment', silent: true, onlyAnswers: true },
  noKnowledge: { weight: 'unchanged', record: null, flag: 'no-knowledge', silent: true, onlyAnswers: true },
  qualifies: { weight: 'unchanged', record: null, flag: 'qualified', silent: false, onlyAnswers: false },
  takesBack: { weight: 'none', record: null, flag: 'taken-back', silent: false, onlyAnswers: true },
} as const satisfies Readonly<Record<string, StanceRules>>;

type Rules = typeof STANCE_RULES;
export type Stance = keyof Rules;
/** The stances with this value in this column. */
type StanceWith<Column extends keyof StanceRules, Value> = {
  [S in Stance]: Rules[S][Column] extends Value ? S : never;
}[Stance];

/** A stance without weight: a flag shows it beside the status. */
export type RemarkStance = StanceWith<'weight', 'none' | 'unchanged'>;
export type SilentStance = StanceWith<'silent', true>;
export type StanceFlag = Rules[RemarkStance]['flag'];
/** What the record of a party counts. */
export type RecordedStance = Exclude<Rules[Stance]['record'], null>;

export const STANCES = Object.keys(STANCE_RULES) as readonly Stance[];

/** Whether a stance counts for the claim. */
export const isSupport = (stance: Stance): boolean => STANCE_RULES[stance].weight === 'for';
/** Whether a stance repeats an allegation only by answering it. */
export const onlyAnswers = (stance: Stance): boolean => STANCE_RULES[stance].onlyAnswers;
export const isSilent = (stance: Stance): stance is SilentStance => STANCE_RULES[stance].silent;
const isRemark = (stance: Stance): stance is RemarkStance => STANCE_RULES[stance].flag !== null;

export const REMARKS = STANCES.filter(isRemark);
export const SILENT_STANCES = STANCES.filter(isSilent);
export const STANCE_FLAGS = REMARKS.map((stance): StanceFlag => STANCE_RULES[stance].flag);
export const RECORDED_STANCES: readonly RecordedStance[] = [
  ...new Set(STANCES.flatMap((stance) => STANCE_RULES[stance].record ?? [])),
];
