import type {
  ClaimKind,
  Comparator,
  CorrectionClass,
  DevelopmentKind,
  GroundRules,
  PartyType,
  Place,
  Relation,
  Significance,
  Stance,
  SourceStanding,
  Text,
  Verdict,
} from '#story';

export interface SideLine {
  readonly at: string;
  readonly command: 'side';
  readonly id: string;
  readonly name: string;
  readonly allies: readonly string[];
}

export interface PartyLine {
  readonly at: string;
  readonly command: 'party';
  readonly id: string;
  readonly name: string;
  readonly type: PartyType;
  readonly side?: string;
  readonly speaksFor?: string;
}

/** An unnamed source. Its first line describes it, later lines have only its `ref`. */
export interface UnnamedLine {
  readonly ref: string;
  readonly descriptor?: Text;
  readonly count?: number;
  readonly side?: string;
  readonly groundRules?: GroundRules;
  readonly approvedBy?: string;
}

export type LinkLine = ({ readonly party: string } | { readonly unnamed: UnnamedLine }) & {
  readonly standing?: SourceStanding;
};

export interface ClaimLine {
  readonly id: string;
  readonly kind: ClaimKind;
  readonly text: Text;
  readonly occurred?: string;
  readonly territory?: {
    readonly variable: string;
    readonly area: string;
    readonly of: string;
    readonly share: number;
    readonly comparator: Comparator;
    readonly controller: string;
  };
  readonly decidedBy?: readonly string[];
  readonly figure?: {
    readonly variable: string;
    readonly what: string;
    readonly count: number;
    readonly low?: number;
    readonly high?: number;
    readonly comparator: Comparator;
  };
}

export interface DevelopmentLine {
  readonly kind: DevelopmentKind;
  readonly text: Text;
  readonly attribution: readonly (readonly LinkLine[])[];
  readonly claims: readonly ClaimLine[];
  readonly assertions: readonly { readonly claim: string; readonly stance: Stance }[];
  readonly raises: readonly { readonly id: string; readonly text: Text }[];
  readonly answers: readonly string[];
  readonly occurred?: string;
  readonly reportedAt?: string;
  readonly place?: Place;
  readonly significance: Significance;
  readonly release?: 'held' | { readonly embargoedUntil: string };
  readonly evidence: readonly { readonly url: string; readonly public: boolean }[];
}

interface Classified {
  readonly topics: readonly string[];
  readonly places: readonly Place[];
}

/** The command of a line in a story, in the form of the import file. */
export type Act =
  | ({
      readonly command: 'open';
      readonly language: string;
      readonly headline: Text;
      readonly lede: Text;
    } & Classified)
  | ({ readonly command: 'record' } & DevelopmentLine)
  | {
      readonly command: 'correct';
      readonly development: string;
      readonly class: CorrectionClass;
      readonly changes: { readonly text: Text };
      readonly reason: string;
      readonly notice: Text;
    }
  | {
      readonly command: 'correct-claim';
      readonly claim: string;
      readonly changes: { readonly text: Text };
      readonly reason: string;
    }
  | {
      readonly command: 'correct-story';
      readonly class: CorrectionClass;
      readonly headline?: Text;
      readonly claims: readonly { readonly claim: string; readonly changes: { readonly text: Text } }[];
      readonly developments: readonly {
        readonly development: string;
        readonly changes: { readonly text: Text };
      }[];
      readonly reason: string;
      readonly notice: Text;
    }
  | {
      readonly command: 'retract';
      readonly development: string;
      readonly by: 'us' | 'outlet';
      readonly reason: string;
    }
  | {
      readonly command: 'withdraw';
      readonly development: string;
      readonly claim: string;
      readonly stance: Stance;
      readonly by: 'us' | 'origin';
      readonly reason: string;
    }
  | { readonly command: 'release'; readonly development: string }
  | {
      readonly command: 'judge';
      readonly claim: string;
      readonly verdict: Verdict;
      readonly method: string;
      readonly public: boolean;
      readonly reason: string;
    }
  | { readonly command: 'link'; readonly claim: string; readonly to: string; readonly relation: Relation }
  | { readonly command: 'headline'; readonly headline: Text }
  | { readonly command: 'lede'; readonly lede: Text }
  | {
      readonly command: 'translate';
      readonly language: string;
      readonly headline: string;
      readonly developments: readonly { readonly development: string; readonly text: string }[];
      readonly claims: readonly { readonly claim: string; readonly text: string }[];
    }
  | {
      readonly command: 'summary';
      readonly text: Text;
      readonly points: readonly { readonly text: Text; readonly claim: string | null }[];
    }
  | { readonly command: 'unpin-summary' }
  | ({ readonly command: 'classify' } & Classified)
  | { readonly command: 'close'; readonly reason: string };

/** A line of a story. `ref` is unique in the story, and names what the line creates. */
export type StoryLine = { readonly at: string; readonly story: string; readonly ref: string } & Act;

/** A line of an import file, in the form that `dateline import` reads. */
export type Line = SideLine | PartyLine | StoryLine;

/** A line, and whether it is the last one of its story. */
export interface Generated {
  readonly line: Line;
  readonly last: boolean;
}
