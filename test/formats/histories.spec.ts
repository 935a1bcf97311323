import fc from 'fast-check';
import { parse } from 'csv-parse/sync';
import { XMLValidator } from 'fast-xml-parser';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { CloudEvent } from 'cloudevents';
import {
  cloudEvent,
  csvHeaderOfClaims,
  csvHeaderOfDevelopments,
  csvRowsOfClaims,
  csvRowsOfDevelopments,
  STORY_FORMATS,
} from '#formats';
import type { StateView } from '#projections';
import { marksIn, moves, NEVER, play, type Move } from '../publishing/histories.js';
import { Archives, recordedPublicly, type Model } from '../projections/read-model.js';
import { ninjsSchema } from './ninjs-schema.js';
import { changeOf, SITE, statesOf } from './states.js';

const archives = new Archives();
let model: Model;
beforeAll(async () => {
  await archives.open();
  model = archives.model('public');
});
afterAll(async () => {
  model.close();
  await archives.remove();
});

const validNinjs = ninjsSchema();
interface Provenance {
  readonly entity: Readonly<Record<string, unknown>>;
  readonly agent: Readonly<Record<string, unknown>>;
  readonly wasDerivedFrom?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly wasAttributedTo?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** Each format with a third-party reader; ninjs only if its schema is available. */
const CHECKS: Readonly<Record<string, (text: string, view: StateView) => void>> = {
  ninjs: (text) => {
    const item: unknown = JSON.parse(text);
    validNinjs?.(item);
    expect(validNinjs?.errors ?? null).toBeNull();
  },
  jsonld: (text, view) =>
    expect(JSON.parse(text).liveBlogUpdate).toHaveLength(view.developments.items.length),
  atom: (text, view) => {
    expect(XMLValidator.validate(text)).toBe(true);
    const withheld = view.developments.items.filter((d) => d.withheld).length;
    expect(parseAtomFeed(text).entries ?? []).toHaveLength(view.developments.items.length);
    expect(text.split('<at:deleted-entry ')).toHaveLength(withheld + 1);
  },
  jsonfeed: (text, view) =>
    expect(parseJsonFeed(text).items ?? []).toHaveLength(view.developments.items.length),
  prov: (text) => {
    const { entity, agent, wasDerivedFrom = {}, wasAttributedTo = {} } = JSON.parse(text) as Provenance;
    for (const tie of Object.values(wasDerivedFrom)) {
      expect(entity).toHaveProperty([tie['prov:generatedEntity']!]);
      expect(entity).toHaveProperty([tie['prov:usedEntity']!]);
    }
    for (const tie of Object.values(wasAttributedTo)) expect(agent).toHaveProperty([tie['prov:agent']!]);
  },
};

function tablesOf(view: StateView): string {
  const developments = csvHeaderOfDevelopments() + csvRowsOfDevelopments(view.developments.items);
  const claims = csvHeaderOfClaims() + csvRowsOfClaims(view.claims.items);
  expect(parse(developments, { columns: true })).toHaveLength(view.developments.items.length);
  expect(parse(claims, { columns: true })).toHaveLength(view.claims.items.length);
  return developments + claims;
}

/** The marks in the texts of retracted developments, which are not syndicated. */
const retractedIn = (view: StateView): ReadonlySet<string> =>
  marksIn(view.developments.items.filter((d) => d.retracted).map((d) => d.text));

/** The output without the titles of entries that announce a retraction. */
const withoutMarked = (text: string): string =>
  text.replace(/(<title(?: [^>]*)?>|"title":")Retracted: (?:[^<"\\]|\\.)*/g, '$1');

/** Histories that end with some retracted developments, which is otherwise rare. */
const withRetractions: fc.Arbitrary<readonly Move[]> = fc
  .tuple(moves(36, 10), fc.array(fc.nat({ max: 99 }), { minLength: 3, maxLength: 3 }))
  .map(([history, n]) => [...history, ...n.map((which) => ({ do: 'retract' as const, n: [which, 1, 1] }))]);

describe('of any story, at each of its revisions, every format', () => {
  it('is readable by third parties, and has no private or retracted word', async () => {
    let [states, retracted, withheld] = [0, 0, 0];
    await fc.assert(
      fc.asyncProperty(withRetractions, async (history: readonly Move[]) => {
        const events = recordedPublicly(play(history).events);
        for (const view of await statesOf(archives, model, events)) {
          states += 1;
          withheld += view.notice || view.developments.items.some((d) => d.withheld) ? 1 : 0;
          const texts = STORY_FORMATS.map(({ name, render }) => {
            const text = render(view, SITE);
            const check = CHECKS[name];
            if (!check) throw new Error(`No other program checks the format ${name}.`);
            check(text, view);
            return text;
          });
          const all = [...texts, tablesOf(view)].join('\n');
          const gone = retractedIn(view);
          retracted += gone.size;
          for (const mark of gone) expect(withoutMarked(all)).not.toContain(mark);
          for (const id of NEVER) expect(all).not.toContain(id);
          expect(all).not.toMatch(/\[\[private|groundRules|approvedBy|recordedBy/);
        }
      }),
      { numRuns: 25 },
    );
    // Histories are random: low counts would mean that the checks hardly ran.
    expect(states).toBeGreaterThan(20);
    expect(retracted).toBeGreaterThan(0);
    expect(withheld).toBeGreaterThan(0);
  });

  it('has nothing that the state does not have', async () => {
    const histories = fc.sample(moves(30, 10), { seed: 3, numRuns: 8 });
    let marks = 0;
    for (const history of histories)
      for (const view of await statesOf(archives, model, recordedPublicly(play(history).events))) {
        const said = marksIn(view);
        for (const { render } of STORY_FORMATS)
          for (const mark of marksIn(render(view, SITE))) {
            marks += 1;
            expect(said).toContain(mark);
          }
      }
    expect(marks).toBeGreaterThan(100);
  });

  it('has each event as a CloudEvent', async () => {
    const types = new Set<string>();
    for (const history of fc.sample(moves(36, 10), { seed: 4, numRuns: 25 })) {
      const events = recordedPublicly(play(history).events);
      const [view] = await statesOf(archives, model, events);
      for (const recorded of view ? events : []) {
        types.add(recorded.event.type);
        const event = cloudEvent(changeOf(recorded, view!), SITE);
        expect(new CloudEvent({ ...event }, true).validate()).toBe(true);
      }
    }
    expect(types.size).toBeGreaterThan(12);
  });
});
