import { randomUUID } from 'node:crypto';
import { paragraph, Random } from '#generating';
import { Connection, requestOf, type Answer } from './connection.js';

const CLAIMS = ['talks', 'truce', 'convoy', 'hostages'];
const OUTLETS = ['northern-courier', 'coastal-wire', 'river-radio'];
const SPEAKERS = ['northern-republic', 'island-republic', 'upper-brigade', 'lower-movement'];

/** Editors who record developments over HTTP, each in a separate story, and each request with an idempotency key. */
export class Editors {
  readonly slugs: readonly string[];
  readonly #random = new Random(7);

  private constructor(slugs: readonly string[]) {
    this.slugs = slugs;
  }

  /** Registers the parties of the editors at an empty desk. */
  static async introduce(port: number): Promise<void> {
    const connection = await Connection.open(port);
    for (const id of [...OUTLETS, ...SPEAKERS]) {
      const party = { id, name: id, type: OUTLETS.includes(id) ? 'outlet' : 'group' };
      made(await connection.ask(requestOf('POST', '/desk/v1/parties', JSON.stringify(party))));
    }
    connection.close();
  }

  /** Opens a story for each editor, at a desk with generated sides and parties. */
  static async at(port: number, count: number): Promise<Editors> {
    const name = randomUUID().slice(0, 8);
    const editors = new Editors(Array.from({ length: count }, (_, i) => `bench-${name}-${i + 1}`));
    const connection = await Connection.open(port);
    for (const [i, slug] of editors.slugs.entries()) {
      const story = { slug, language: 'en', headline: { en: `What editor ${i + 1} follows` } };
      made(await connection.ask(requestOf('POST', '/desk/v1/stories', JSON.stringify(story))));
      made(await connection.ask(editors.request(i, true)));
    }
    connection.close();
    return editors;
  }

  /** The next development of an editor, or the first one, with the claims. */
  request(editor: number, first = false): string {
    const random = this.#random;
    const claims = CLAIMS.map((id) => ({ id, kind: 'proposition', text: { en: `It is so: ${id}` } }));
    const about = first ? CLAIMS : random.some(CLAIMS, random.between(1, 2));
    const development = {
      kind: 'report',
      text: { en: paragraph(random, 'en') },
      attribution: [
        [{ party: random.pick(OUTLETS) }, { party: random.pick(SPEAKERS), standing: 'principal' }],
      ],
      claims: first ? claims : [],
      assertions: about.map((claim) => ({ claim, stance: 'asserts' })),
      occurred: '2024-12-30',
    };
    const path = `/desk/v1/stories/${this.slugs[editor]}/developments`;
    return requestOf('POST', path, JSON.stringify(development), [`idempotency-key: ${randomUUID()}`]);
  }

  /** The same request to the bare route. */
  bareRequest(editor: number): string {
    return this.request(editor).replace(/^POST \S+/, 'POST /bare');
  }
}

function made({ status, body }: Answer): void {
  if (status !== 201) throw new Error(`The desk answered ${status}: ${body}`);
}
