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
import { RemoveDto, toRemoved } from '../stories/removed.dto.js';
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

/** The names in a line, resolved to ids. */
export interface LineNames {
  readonly zone: string;
  readonly slug: string;
  /** The id in a field that names a development, judgement or link by ref or id. */
  readonly id: (field: string) => Uuid;
  /** The id for a name by ref or id; `at` is the path of that name in the line, for a fault. */
  readonly idOf: (name: string, at: string) => Uuid;
  readonly optionalId: (field: string) => Uuid | null;
  readonly claim: () => string;
  readonly assertion: () => Uuid;
  readonly originOf: (ref: string) => Uuid;
  /** The id of an origin, by the ref of an unnamed source or by id. */
  readonly origin: (name: string) => string;
}

interface LineCommand<T extends object> {
  /** Null for a command without a body. */
  readonly dto: Dto<T> | null;
  /** Fields with names, which are not part of the body. */
  readonly names: readonly string[];
  readonly command: (body: T, names: LineNames) => Command;
}

const lineCommand = <T extends object>(
  dto: Dto<T>,
  names: readonly string[],
  command: LineCommand<T>['command'],
): LineCommand<never> => ({
  dto: dto as Dto<never>,
  names,
  command,
});

const withholding = (type: 'kill' | 'takedown') =>
  lineCommand(KillDto, ['development'], (body, names) => toKill(type, names.optionalId('development'), body));

/** The story commands of an import file. Each has the body of the same request over HTTP. */
const STORY_COMMANDS = {
  open: lineCommand(
    OpenStoryDto,
    [],
    ({ headline, language, lede = null, topics = [], places = [] }, { slug }) => ({
      type: 'open',
      slug,
      headline,
      language,
      lede,
      topics,
      places: places.map(toPlace),
    }),
  ),
  record: lineCommand(DevelopmentDto, [], (body, { zone, originOf }) => ({
    type: 'record',
    development: toDevelopment(body, zone, originOf),
  })),
  correct: lineCommand(
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
  'correct-claim': lineCommand(
    ClaimCorrectionDto,
    ['claim'],
    ({ changes, withhold = [], reason }, names) => ({
      type: 'correct-claim',
      claim: names.claim(),
      changes: toClaimChanges(changes, names.zone),
      withhold,
      reason,
    }),
  ),
  'correct-story': lineCommand(JointCorrectionDto, [], (body, { zone, originOf, idOf }) =>
    toCorrectStory(body, zone, originOf, idOf),
  ),
  retract: lineCommand(RetractionDto, ['development'], (body, names) => ({
    ...body,
    type: 'retract',
    development: names.id('development'),
  })),
  'revoke-retraction': lineCommand(ReasonDto, ['development'], (body, names) => ({
    ...body,
    type: 'revoke-retraction',
    development: names.id('development'),
  })),
  withdraw: lineCommand(
    WithdrawalDto,
    ['assertion', 'development', 'claim', 'stance', 'origin'],
    (body, names) => ({
      ...body,
      type: 'withdraw',
      assertion: names.assertion(),
    }),
  ),
  release: lineCommand(ReleaseNowDto, ['development'], ({ publishes = [] }, names) => ({
    type: 'release',
    development: names.id('development'),
    cause: 'editor',
    publishes,
  })),
  judge: lineCommand(JudgementDto, ['claim'], (body, names) => toJudge(names.claim(), body)),
  'revoke-judgement': lineCommand(ReasonDto, ['judgement'], (body, names) => ({
    ...body,
    type: 'revoke-judgement',
    judgement: names.id('judgement'),
  })),
  link: lineCommand(ClaimLinkDto, ['claim'], (body, names) => ({
    ...body,
    type: 'link',
    claim: names.claim(),
  })),
  'revoke-link': lineCommand(LinkRevocationDto, ['link'], ({ reason = null }, names) => ({
    type: 'revoke-link',
    link: names.id('link'),
    reason,
  })),
  independence: lineCommand(IndependenceDto, [], ({ origins: [a, b], independent, reason }, { origin }) => ({
    type: 'independence',
    origins: [origin(a), origin(b)],
    independent,
    reason,
  })),
  headline: lineCommand(HeadlineLineDto, [], ({ headline, release, clears }) => ({
    type: 'headline',
    headline,
    release: toRelease(release),
    ...(clears ? { clears } : {}),
  })),
  lede: lineCommand(LedeLineDto, [], ({ lede, release, clears }) => ({
    type: 'lede',
    lede,
    release: toRelease(release),
    ...(clears ? { clears } : {}),
  })),
  translate: lineCommand(TranslationLineDto, [], (body, names) => toTranslationOfLine(body, names.idOf)),
  summary: lineCommand(SummaryDto, [], (body) => ({ type: 'summary', summary: toSummary(body) })),
  'unpin-summary': { dto: null, names: [], command: () => ({ type: 'unpin-summary' }) },
  reschedule: lineCommand(RescheduleLineDto, ['development'], (body, names) =>
    toReschedule(body, names.optionalId('development')),
  ),
  classify: lineCommand(ClassificationDto, [], ({ topics, places }) => ({
    type: 'classify',
    topics,
    places: places.map(toPlace),
  })),
  kill: withholding('kill'),
  takedown: withholding('takedown'),
  remove: lineCommand(RemoveDto, [], (body) => ({
    type: 'remove',
    how: body.how,
    what: toRemoved(body),
    ...toRemoval(body.how === 'killed' ? 'kill' : 'takedown', body),
  })),
  reinstate: lineCommand(ReasonDto, ['development'], (body, names) => ({
    ...body,
    type: 'reinstate',
    development: names.optionalId('development'),
  })),
  // Files of earlier releases do not have `scheduled`: then scheduled items waited.
  close: lineCommand(ClosingDto, [], ({ reason = null, scheduled }) => ({
    type: 'close',
    reason,
    scheduled: scheduled ?? 'waits',
  })),
  reopen: lineCommand(ReopeningDto, [], ({ reason = null }) => ({ type: 'reopen', reason })),
} satisfies Readonly<Record<Command['type'], LineCommand<never>>>;

export type CommandName = Command['type'] | DirectoryCommand['type'];
export const COMMAND_NAMES: readonly CommandName[] = [
  'side',
  'party',
  ...(Object.keys(STORY_COMMANDS) as Command['type'][]),
];
export const isCommandName = (value: unknown): value is CommandName =>
  (COMMAND_NAMES as readonly unknown[]).includes(value);

type Body = Readonly<Record<string, unknown>>;

/** The story command of a line. @throws Problem with a pointer into the line */
export function storyCommand(type: Command['type'], body: Body, names: LineNames): Command {
  const { dto, names: nameFields, command }: LineCommand<never> = STORY_COMMANDS[type];
  const rest = Object.fromEntries(Object.entries(body).filter(([field]) => !nameFields.includes(field)));
  if (dto === null) {
    const [field] = Object.keys(rest);
    const detail = 'this field does not exist: remove it';
    if (field !== undefined)
      throw new Problem('validation', detail, { errors: [{ pointer: `/${field}`, detail }] });
    return command({} as never, names);
  }
  return command(validate(dto, type === 'open' ? { ...rest, slug: names.slug } : rest), names);
}

/** The side or party of a line. @throws Problem with a pointer into the line */
export function directoryCommand(type: DirectoryCommand['type'], body: Body): DirectoryCommand {
  if (type === 'party') {
    const dto = validate(PartyDto, body);
    return { type, party: toParty(dto.id, dto), describe: true };
  }
  const dto = validate(SideLineDto, body);
  return { type, side: toSide(dto.id, dto) };
}
