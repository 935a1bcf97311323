import { Problem, validate, type Dto } from '#http';
import type { Command, DirectoryCommand, Uuid } from '#story';
import { ClaimLinkDto, IndependenceDto, LinkRevocationDto } from '../claims/claim-link.dto.js';
import { JudgementDto, toJudge } from '../claims/judgement.dto.js';
import { ReleaseNowDto, RetractionDto, WithdrawalDto } from '../developments/retraction.dto.js';
import { ReasonDto } from '../recording/reason.dto.js';
import { KillDto, toKill, toRemoval } from '../recording/removal.dto.js';
import { ClaimCorrectionDto, toClaimChanges } from '../claims/claim.dto.js';
import { JointCorrectionDto, toCorrectStory } from '../stories/correction.dto.js';
import { CorrectionDto, DevelopmentDto, toChanges, toDevelopment } from '../developments/development.dto.js';
import { PartyDto, SideLineDto, toParty, toSide } from '../directory/party.dto.js';
import { toPlace } from '../recording/place.dto.js';
import { RemoveDto, toRemoved } from '../stories/remove.dto.js';
import { RescheduleLineDto, toRelease, toReschedule } from '../recording/release.dto.js';
import {
  ClassificationDto,
  ClosingDto,
  HeadlineLineDto,
  LedeLineDto,
  OpenStoryDto,
  ReopeningDto,
  SummaryDto,
  toSummary,
} from '../stories/story.dto.js';

import { toTranslationOfLine, TranslationLineDto } from '../stories/translation.dto.js';

/** What a line may name besides its body, resolved to ids. */
export interface Names {
  readonly zone: string;
  readonly slug: string;
  /** A field that names a development, judgement or link by its ref or id. */
  readonly id: (field: string) => Uuid;
  /** The id of what is named by its ref or id at a place in the line. */
  readonly idOf: (name: string, place: string) => Uuid;
  readonly optionalId: (field: string) => Uuid | null;
  readonly claim: () => string;
  readonly assertion: () => Uuid;
  readonly originOf: (ref: string) => Uuid;
  /** An origin that is named by the ref of an unnamed source, or by its id. */
  readonly origin: (name: string) => string;
}

interface VerbOf<T extends object> {
  /** Null where the command says it all. */
  readonly dto: Dto<T> | null;
  /** Fields that are names and not part of the body. */
  readonly names: readonly string[];
  readonly command: (body: T, names: Names) => Command;
}

const verb = <T extends object>(
  dto: Dto<T>,
  names: readonly string[],
  command: VerbOf<T>['command'],
): VerbOf<never> => ({
  dto: dto as Dto<never>,
  names,
  command,
});

const withholding = (type: 'kill' | 'takedown') =>
  verb(KillDto, ['development'], (body, names) => toKill(type, names.optionalId('development'), body));

/** The commands of an import file on stories, each with the body that the same request has over HTTP. */
const STORY_VERBS = {
  open: verb(OpenStoryDto, [], ({ headline, language, lede = null, topics = [], places = [] }, { slug }) => ({
    type: 'open',
    slug,
    headline,
    language,
    lede,
    topics,
    places: places.map(toPlace),
  })),
  record: verb(DevelopmentDto, [], (body, { zone, originOf }) => ({
    type: 'record',
    development: toDevelopment(body, zone, originOf),
  })),
  correct: verb(
    CorrectionDto,
    ['development'],
    ({ class: kind, changes, withhold = [], reason, notice = null }, names) => ({
      type: 'correct',
      development: names.id('development'),
      class: kind,
      changes: toChanges(changes, names.zone, names.originOf),
      withhold,
      reason,
      notice,
    }),
  ),
  'correct-claim': verb(ClaimCorrectionDto, ['claim'], ({ changes, withhold = [], reason }, names) => ({
    type: 'correct-claim',
    claim: names.claim(),
    changes: toClaimChanges(changes, names.zone),
    withhold,
    reason,
  })),
  'correct-story': verb(JointCorrectionDto, [], (body, { zone, originOf, idOf }) =>
    toCorrectStory(body, zone, originOf, idOf),
  ),
  retract: verb(RetractionDto, ['development'], (body, names) => ({
    ...body,
    type: 'retract',
    development: names.id('development'),
  })),
  'revoke-retraction': verb(ReasonDto, ['development'], (body, names) => ({
    ...body,
    type: 'revoke-retraction',
    development: names.id('development'),
  })),
  withdraw: verb(WithdrawalDto, ['assertion', 'development', 'claim', 'stance', 'origin'], (body, names) => ({
    ...body,
    type: 'withdraw',
    assertion: names.assertion(),
  })),
  release: verb(ReleaseNowDto, ['development'], ({ publishes = [] }, names) => ({
    type: 'release',
    development: names.id('development'),
    cause: 'editor',
    publishes,
  })),
  judge: verb(JudgementDto, ['claim'], (body, names) => toJudge(names.claim(), body)),
  'revoke-judgement': verb(ReasonDto, ['judgement'], (body, names) => ({
    ...body,
    type: 'revoke-judgement',
    judgement: names.id('judgement'),
  })),
  link: verb(ClaimLinkDto, ['claim'], (body, names) => ({ ...body, type: 'link', claim: names.claim() })),
  'revoke-link': verb(LinkRevocationDto, ['link'], ({ reason = null }, names) => ({
    type: 'revoke-link',
    link: names.id('link'),
    reason,
  })),
  independence: verb(IndependenceDto, [], ({ origins: [a, b], independent, reason }, { origin }) => ({
    type: 'independence',
    origins: [origin(a), origin(b)],
    independent,
    reason,
  })),
  headline: verb(HeadlineLineDto, [], ({ headline, release, clears }) => ({
    type: 'headline',
    headline,
    release: toRelease(release),
    ...(clears ? { clears } : {}),
  })),
  lede: verb(LedeLineDto, [], ({ lede, release, clears }) => ({
    type: 'lede',
    lede,
    release: toRelease(release),
    ...(clears ? { clears } : {}),
  })),
  translate: verb(TranslationLineDto, [], (body, names) => toTranslationOfLine(body, names.idOf)),
  summary: verb(SummaryDto, [], (body) => ({ type: 'summary', summary: toSummary(body) })),
  'unpin-summary': { dto: null, names: [], command: () => ({ type: 'unpin-summary' }) },
  reschedule: verb(RescheduleLineDto, ['development'], (body, names) =>
    toReschedule(body, names.optionalId('development')),
  ),
  classify: verb(ClassificationDto, [], ({ topics, places }) => ({
    type: 'classify',
    topics,
    places: places.map(toPlace),
  })),
  kill: withholding('kill'),
  takedown: withholding('takedown'),
  remove: verb(RemoveDto, [], (body) => ({
    type: 'remove',
    how: body.how,
    what: toRemoved(body),
    ...toRemoval(body.how === 'killed' ? 'kill' : 'takedown', body),
  })),
  reinstate: verb(ReasonDto, ['development'], (body, names) => ({
    ...body,
    type: 'reinstate',
    development: names.optionalId('development'),
  })),
  // Files of earlier releases do not say it: there it waited.
  close: verb(ClosingDto, [], ({ reason = null, scheduled }) => ({
    type: 'close',
    reason,
    scheduled: scheduled ?? 'waits',
  })),
  reopen: verb(ReopeningDto, [], ({ reason = null }) => ({ type: 'reopen', reason })),
} satisfies Readonly<Record<Command['type'], VerbOf<never>>>;

export type Verb = Command['type'] | DirectoryCommand['type'];
export const VERBS: readonly Verb[] = ['side', 'party', ...(Object.keys(STORY_VERBS) as Command['type'][])];
export const isVerb = (value: unknown): value is Verb => (VERBS as readonly unknown[]).includes(value);

type Body = Readonly<Record<string, unknown>>;

/** A line's command on a story. @throws Problem with a pointer into the line */
export function storyCommand(type: Command['type'], body: Body, names: Names): Command {
  const { dto, names: own, command }: VerbOf<never> = STORY_VERBS[type];
  const rest = Object.fromEntries(Object.entries(body).filter(([field]) => !own.includes(field)));
  if (dto === null) {
    const [field] = Object.keys(rest);
    const detail = 'there is no such field: take it out';
    if (field !== undefined)
      throw new Problem('validation', detail, { errors: [{ pointer: `/${field}`, detail }] });
    return command({} as never, names);
  }
  return command(validate(dto, type === 'open' ? { ...rest, slug: names.slug } : rest), names);
}

/** A line's side or party. @throws Problem with a pointer into the line */
export function directoryCommand(type: DirectoryCommand['type'], body: Body): DirectoryCommand {
  if (type === 'party') {
    const dto = validate(PartyDto, body);
    return { type, party: toParty(dto.id, dto), describe: true };
  }
  const dto = validate(SideLineDto, body);
  return { type, side: toSide(dto.id, dto) };
}
