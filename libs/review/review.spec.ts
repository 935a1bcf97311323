import fc from 'fast-check';
import {
  decideReview,
  emptyReviews,
  evolveReviews,
  ReviewRefused,
  sourceKey,
  type ReviewCommand,
  type ReviewEvent,
  type Reviews,
} from './review.js';

const STORY = 'd1a90f22-4dc4-5cde-ad69-69ff2b37933e';
const [ONE, OTHER] = ['53114ee0-6771-5f81-b418-2055bff74db4', 'e1c69ac4-4b72-51be-9d24-8ef8d1fe9348'];

type Step = readonly [by: string, command: ReviewCommand];

const asks = (by: string, development = ONE, note: string | null = null): Step => [
  by,
  { type: 'request', story: STORY, development, release: 'now', note },
];
const returns = (by: string, note = 'Who counted them?'): Step => [
  by,
  { type: 'return', development: ONE, note },
];
const takesOver = (by: string): Step => [by, { type: 'takeOver', development: ONE }];
const approves = (by: string, development = ONE): Step => [by, { type: 'approve', development }];

/** The state after steps at 1, 2, 3 … */
function after(...steps: readonly Step[]): Reviews {
  return steps.reduce(
    (reviews, [by, command], i) =>
      decideReview(reviews, command, by).reduce(
        (now, event) => evolveReviews(now, event, { by, at: i + 1 }),
        reviews,
      ),
    emptyReviews,
  );
}
const reviewIn = (reviews: Reviews, development = ONE) => reviews.open.get(development);

/** The code of the refusal; null if the step is taken. */
function refusalOf(reviews: Reviews, [by, command]: Step): string | null {
  try {
    decideReview(reviews, command, by);
    return null;
  } catch (error) {
    if (error instanceof ReviewRefused) return error.code;
    throw error;
  }
}

describe('a review', () => {
  it('waits with its author and wish, and asking again changes nothing', () => {
    const waiting = after(asks('reporter', ONE, 'Please look.'));
    expect(reviewIn(waiting)).toEqual({
      story: STORY,
      development: ONE,
      state: 'awaiting-review',
      author: 'reporter',
      release: 'now',
      note: 'Please look.',
      reviewer: null,
      since: 1,
    });
    const [by, command] = asks('reporter', ONE, 'Please look.');
    expect(decideReview(waiting, command, by)).toEqual([]);
  });

  it('ends with an approval by somebody else', () => {
    expect(reviewIn(after(asks('reporter'), approves('editor')))).toBeUndefined();
  });

  it('comes back with a note, and waits again when the author asks again', () => {
    const returned = after(asks('reporter'), returns('editor'));
    expect(reviewIn(returned)).toMatchObject({
      state: 'returned',
      author: 'reporter',
      reviewer: 'editor',
      note: 'Who counted them?',
      since: 2,
    });
    const again = after(asks('reporter'), returns('editor'), asks('reporter'));
    expect(reviewIn(again)).toMatchObject({ state: 'awaiting-review', reviewer: null, since: 3 });
  });

  it('belongs to the one who takes it over, whom somebody else approves', () => {
    const taken = after(asks('reporter'), takesOver('editor'));
    expect(reviewIn(taken)).toMatchObject({ state: 'taken-over', author: 'editor' });
    expect(refusalOf(taken, approves('editor'))).toBe('own-review');
    expect(refusalOf(taken, approves('another editor'))).toBeNull();
  });

  it.each([returns('reporter'), takesOver('reporter'), approves('reporter')])(
    'is not decided by its author: %j',
    (...step) => {
      const [by, command] = step as unknown as Step;
      expect(refusalOf(after(asks('reporter')), [by, command])).toBe('own-review');
    },
  );

  it.each([returns('editor'), takesOver('editor'), approves('editor'), approves('editor', OTHER)])(
    'that nobody asked for cannot be decided: %j',
    (...step) => {
      const [by, command] = step as unknown as Step;
      expect(refusalOf(after(), [by, command])).toBe('review-unknown');
    },
  );
});

it('sets the rule once', () => {
  const rule: ReviewCommand = {
    type: 'setRule',
    mayReleaseAlone: ['publisher', 'reporter', 'publisher'],
    unnamedNeedApproval: false,
  };
  const set = after(['administrator', rule]);
  expect(set.mayReleaseAlone).toEqual(['publisher', 'reporter']);
  expect(decideReview(set, rule, 'administrator')).toEqual([]);
});

it('approves a source of a story once, and keeps who did it', () => {
  const approval = { type: 'approveSource', story: STORY, origin: ONE } as const;
  const approved = after(['editor', approval]);
  expect(approved.approvers.get(sourceKey(approval))).toBe('editor');
  expect(decideReview(approved, approval, 'custodian')).toEqual([]);
  expect(approved.approvers.has(sourceKey({ ...approval, story: OTHER }))).toBe(false);
});

it('reads a rule of an older release, which says nothing of unnamed sources', () => {
  const event: ReviewEvent = { type: 'ReleaseRuleSet', mayReleaseAlone: [] };
  expect(evolveReviews(emptyReviews, event, { by: 'a', at: 0 }).unnamedNeedApproval).toBe(true);
});

it('never lets anybody approve what he or she asked for, took over or asked for again', () => {
  const person = fc.constantFrom('a', 'b', 'c');
  const step: fc.Arbitrary<Step> = person.chain((by) =>
    fc.constantFrom(asks(by), asks(by, OTHER), returns(by), takesOver(by), approves(by), approves(by, OTHER)),
  );
  const property = fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
    let reviews = emptyReviews;
    const lastAuthor = new Map<string, string>();
    const approvedOwn: string[] = [];
    for (const [by, command] of steps) {
      if (refusalOf(reviews, [by, command]) !== null || !('development' in command)) continue;
      const { development } = command;
      if (command.type === 'approve' && lastAuthor.get(development) === by) approvedOwn.push(development);
      if (command.type === 'request' || command.type === 'takeOver') lastAuthor.set(development, by);
      for (const event of decideReview(reviews, command, by))
        reviews = evolveReviews(reviews, event, { by, at: 0 });
    }
    expect(approvedOwn).toEqual([]);
  });
  fc.assert(property);
});
