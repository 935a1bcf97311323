import {
  originOf,
  type Assertion,
  type Chain,
  type Development,
  type FieldChange,
  type Link,
  type Question,
  type Story,
  CORRECTABLE,
  same,
} from '#story';

/**
 * A development as it becomes public: corrected, with the words of the claims that it is the first to show.
 * `before` is the desk's story before the event that makes it public: what was public then is not said again.
 */
export function publicDevelopment(before: Story, now: Story, development: Development): Development {
  const claims = [...development.claims.map((c) => c.id), ...development.publishes];
  const first = [...new Set(claims)].filter((id) => !before.claims.get(id)?.public);
  const form = strip(development);
  return {
    ...form,
    claims: first.map((id) => now.claims.get(id)?.claim).filter((claim) => claim !== undefined),
    assertions: form.assertions.filter((a) => !withdrawn(now, a)),
    raises: form.raises.map((q) => withAnswers(before, now, q)),
    answers: form.answers.filter((id) => now.questions.get(id)?.public),
  };
}

/** What the public record says that a correction changed: nothing where only private parts did. */
export function publicChanges(
  story: Story,
  before: Development,
  after: Development,
  changes: readonly FieldChange[],
): readonly FieldChange[] {
  const seen = (d: Development): Development => ({
    ...strip(d),
    answers: d.answers.filter((id) => story.questions.get(id)?.public),
  });
  const [was, is] = [seen(before), seen(after)];
  return CORRECTABLE.filter((field) => !same(was[field], is[field])).map((field) => {
    const withheld = changes.some((c) => c.field === field && c.withheld);
    return { field, was: withheld ? null : was[field], is: is[field], withheld };
  });
}

/** Without what stays in the newsroom: ground rules, approvers, private evidence, and who is on deep background. */
function strip(development: Development): Development {
  return {
    ...development,
    attribution: development.attribution.map(publicChain),
    assertions: development.assertions.map((a) => publicAssertion(development, a)),
    publishes: [],
    release: 'now',
    evidence: development.evidence.filter((e) => e.public),
  };
}

/** On deep background nobody is attributed: the chain ends at the last outlet before the source. */
function publicChain(chain: Chain): Chain {
  const deep = chain.findIndex((link) => 'unnamed' in link && link.unnamed.groundRules === 'deepBackground');
  if (deep < 0) return chain.map(publicLink);
  const before = chain.slice(0, deep);
  const outlet = before.findLastIndex((link) => 'party' in link && link.party.type === 'outlet');
  return before.slice(0, outlet + 1).map(publicLink);
}

function publicLink(link: Link): Link {
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

/** A question that was answered before it could be seen names the answers that are public by then. */
function withAnswers(before: Story, now: Story, question: Question): Question {
  const answers = now.questions.get(question.id)?.answeredBy ?? [];
  const answeredBy = answers.filter((id) => before.developments.get(id)?.releasedAt != null);
  return answeredBy.length > 0 ? { ...question, answeredBy } : question;
}
