import {
  isHidden,
  onlyAnswers,
  originOf,
  publicClaim,
  publicDocument,
  type Assertion,
  type Chain,
  type Claim,
  type Development,
  type FieldChange,
  type Grounds,
  type Link,
  type Question,
  type Story,
  type StoryEvent,
  CORRECTABLE,
  same,
} from '#story';

/**
 * The public form of a development: with its corrections, and with the claims that no public development has
 * shown before. `desk` has the development already, `world` does not.
 */
export function publicDevelopment(desk: Story, world: Story, development: Development): Development {
  return {
    ...withoutInternal(development),
    claims: claimsShown(desk, world, development, []),
    assertions: assertionsShown(desk, development, []),
    raises: questionsShown(desk, world, development, []),
    answers: answersShown(world, development),
  };
}

/** The public changes of a correction; none where it changed only private parts. */
export function publicChanges(
  desk: Story,
  world: Story,
  { development: id, changes }: Extract<StoryEvent, { type: 'DevelopmentCorrected' }>,
): readonly FieldChange[] {
  const shown = world.developments.get(id)?.development;
  const after = desk.developments.get(id)?.development;
  if (!shown || !after) return [];
  // Claims with their public words: earlier words that were never public must not appear.
  const was: Development = {
    ...shown,
    claims: shown.claims.map((c) => world.claims.get(c.id)?.claim ?? c),
  };
  const raises = questionsShown(desk, world, after, shown.raises);
  const dropped = shown.raises.map((q) => q.id).filter((id) => !raises.some((q) => q.id === id));
  const is: Development = {
    ...withoutInternal(after),
    claims: claimsShown(desk, world, after, shown.claims),
    assertions: assertionsShown(desk, after, shown.assertions),
    raises,
    answers: answersShown(world, after).filter((question) => !dropped.includes(question)),
  };
  return CHANGED.filter((field) => !same(was[field], is[field])).map((field) => {
    const withheld = changes.some((c) => c.field === field && c.withheld);
    return { field, was: withheld ? null : (was[field] ?? null), is: is[field] ?? null, withheld };
  });
}

const CHANGED = [...CORRECTABLE, 'languages'] as const;

/**
 * The claims that a development shows first, each with its current words. A correction may drop a claim that
 * other public developments use: then it stays.
 */
function claimsShown(
  desk: Story,
  world: Story,
  development: Development,
  before: readonly Claim[],
): readonly Claim[] {
  const { claims, publishes, assertions } = development;
  const isPublic = (id: string): boolean => desk.claims.get(id)?.public ?? false;
  const ids = new Set([
    ...claims.map((c) => c.id),
    ...publishes,
    ...assertions.map((a) => a.claim).filter(isPublic),
  ]);
  const dropped = before.map((c) => c.id).filter((id) => !ids.has(id));
  const kept = dropped.filter((id) =>
    isInAnother(desk, world, development.id, (d) => namedBy(d).includes(id)),
  );
  return [...ids, ...kept]
    .filter(
      (id) => !world.claims.has(id) || before.some((c) => c.id === id) || showsAgain(world, development, id),
    )
    .flatMap((id) => {
      const claim = desk.claims.get(id)?.claim;
      return claim ? [publicClaim(claim)] : [];
    });
}

/**
 * Whether a development shows a claim again after all developments that asserted it were withheld. It does if
 * an editor publishes the claim. It also does if it asserts the claim itself, and the first one was withheld
 * as wrong. A denial or a refusal to comment does not show it.
 */
function showsAgain(world: Story, { id: here, publishes, assertions }: Development, id: string): boolean {
  if (publishes.includes(id)) return true;
  const claim = world.claims.get(id)!;
  const grounds = (development: string): Grounds | null =>
    world.developments.get(development)?.withheld?.grounds ?? null;
  const isWithheld = (development: string): boolean => grounds(development) !== null;
  if (grounds(claim.identifiedBy) !== 'wrong') return false;
  const said = [...claim.byOrigin.values()].flat();
  const isShown = said.some(
    (a) => a.development !== here && !onlyAnswers(a.stance) && !isWithheld(a.development),
  );
  return !isShown && assertions.some((a) => a.claim === id && !onlyAnswers(a.stance));
}

const namedBy = ({ claims, publishes, assertions }: Development): readonly string[] => [
  ...claims.map((c) => c.id),
  ...publishes,
  ...assertions.map((a) => a.claim),
];

/** Whether any other public development matches. It checks them all, so it is used only for what a correction drops. */
const isInAnother = (
  desk: Story,
  world: Story,
  here: string,
  is: (development: Development) => boolean,
): boolean =>
  [...world.developments.values()].some(({ development: { id } }) => {
    const other = desk.developments.get(id)?.development;
    return id !== here && other !== undefined && is(other);
  });

/** The public assertions. One that was withdrawn before it became public is left out; a later withdrawal is shown. */
function assertionsShown(
  desk: Story,
  development: Development,
  before: readonly Assertion[],
): readonly Assertion[] {
  return development.assertions
    .filter((a) => !withdrawn(desk, a) || before.some((b) => b.id === a.id))
    .map((a) => publicAssertion(development, a));
}

/**
 * The public questions. A question that was answered before it became public names its public answers. A
 * correction may drop a question that another public development raises or answers: then it stays, if the
 * desk has it too.
 */
function questionsShown(
  desk: Story,
  world: Story,
  { id: here, raises }: Development,
  before: readonly Question[],
): readonly Question[] {
  const kept = before.filter(
    ({ id }) =>
      !raises.some((q) => q.id === id) &&
      desk.questions.has(id) &&
      isInAnother(desk, world, here, (d) => d.answers.includes(id) || d.raises.some((q) => q.id === id)),
  );
  const raised = raises.map((question) => {
    const shown = before.find((q) => q.id === question.id);
    if (shown && same([shown.text, shown.languages], [question.text, question.languages])) return shown;
    if (world.questions.has(question.id)) return question;
    const answers = desk.questions.get(question.id)?.answeredBy ?? [];
    const answeredBy = answers.filter((id) => world.developments.has(id));
    return answeredBy.length > 0 ? { ...question, answeredBy } : question;
  });
  return [...raised, ...kept];
}

const answersShown = (world: Story, { answers, raises }: Development): readonly string[] =>
  answers.filter((id) => world.questions.has(id) || raises.some((q) => q.id === id));

/**
 * A development without its internal parts: ground rules, approvers, private evidence, and sources without
 * attribution.
 */
function withoutInternal(development: Development): Development {
  return {
    ...development,
    attribution: development.attribution.map(publicChain),
    publishes: [],
    release: 'now',
    evidence: development.evidence.filter((e) => e.public),
  };
}

/** Where the source is not attributed, the chain ends at the last outlet before it. */
function publicChain(chain: Chain): Chain {
  const hidden = chain.findIndex(isHidden);
  if (hidden < 0) return chain.map(publicLink);
  const before = chain.slice(0, hidden);
  const outlet = before.findLastIndex((link) => 'party' in link && link.party.type === 'outlet');
  return before.slice(0, outlet + 1).map(publicLink);
}

function publicLink(link: Link): Link {
  if ('document' in link) return { ...link, document: publicDocument(link.document) };
  if (!('unnamed' in link)) return link;
  return { ...link, unnamed: { ...link.unnamed, groundRules: null, approvedBy: null } };
}

function publicAssertion(development: Development, assertion: Assertion): Assertion {
  const chain = development.attribution[assertion.chains[0] ?? -1];
  const ends = chain === undefined ? [] : publicChain(chain);
  if (chain === undefined || ends.length === chain.length || ends.length === 0) return assertion;
  return { ...assertion, origin: originOf(ends), standing: 'relayer' };
}

function withdrawn(story: Story, assertion: Assertion): boolean {
  const where = story.assertions.get(assertion.id);
  const said = where && story.claims.get(where.claim)?.byOrigin.get(where.origin);
  return said?.some((a) => a.id === assertion.id && a.withdrawn !== null) ?? false;
}
