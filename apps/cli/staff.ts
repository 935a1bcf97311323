import { Readable } from 'node:stream';
import type { CommandContext } from './command.js';
import { EXIT, Failure } from './failure.js';
import { padded } from './cells.js';
import { inLine } from './plain.js';
import { ask, askJson, textOf, type Server } from './request.js';

interface Account {
  readonly id: string;
  readonly username: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly disabled: boolean;
}

interface Invitation {
  readonly staff: Account;
  readonly link: string;
  readonly endsAt: string;
}

interface Token {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly endsAt: string;
  readonly usedAt: string | null;
  readonly revokedAt: string | null;
}

export interface AddOptions {
  readonly name?: string;
  readonly role: readonly string[];
}

export interface TokenOptions {
  readonly role: readonly string[];
  readonly days: number;
}

/** The `dateline staff` commands: the people of the newsroom. */
export class StaffCommands {
  constructor(private readonly context: CommandContext) {}

  async list(): Promise<void> {
    await this.#with(async (desk) => {
      const { items } = await askJson<{ items: readonly Account[] }>(desk, STAFF, this.context.signal);
      for (const { username, name, roles, disabled } of items)
        await this.#print([username, name, `${roles.join(', ')}${disabled ? ' (disabled)' : ''}`]);
    });
  }

  async add(username: string, { name = username, role: roles }: AddOptions): Promise<void> {
    await this.#with(async (desk) =>
      this.#printLink(await this.#send<Invitation>(desk, 'POST', STAFF, { username, name, roles })),
    );
  }

  async change(username: string, { name, role: roles }: AddOptions): Promise<void> {
    await this.#on(username, async (desk, account) => {
      const body = { name: name ?? account.name, roles };
      const { roles: now } = await this.#send<Account>(desk, 'PUT', `${STAFF}/${account.id}`, body);
      await this.context.output.write(`${username}: ${now.join(', ')}\n`);
    });
  }

  async disable(username: string): Promise<void> {
    await this.#on(username, async (desk, { id }) => {
      await this.#send(desk, 'POST', `${STAFF}/${id}/disabling`);
      await this.context.output.write(`${username} is disabled and signed out.\n`);
    });
  }

  async enable(username: string): Promise<void> {
    await this.#on(username, async (desk, { id }) => {
      await this.#send(desk, 'POST', `${STAFF}/${id}/enabling`);
      await this.context.output.write(`${username} is enabled.\n`);
    });
  }

  async reset(username: string): Promise<void> {
    await this.#on(username, async (desk, { id }) =>
      this.#printLink(await this.#send<Invitation>(desk, 'POST', `${STAFF}/${id}/reset`)),
    );
  }

  async signOut(username: string): Promise<void> {
    await this.#on(username, async (desk, { id }) => {
      await this.#send(desk, 'POST', `${STAFF}/${id}/sign-out`);
      await this.context.output.write(`${username} is signed out everywhere.\n`);
    });
  }

  async listTokens(): Promise<void> {
    await this.#with(async (desk) => {
      const { items } = await askJson<{ items: readonly Token[] }>(desk, TOKENS, this.context.signal);
      for (const { id, name, roles, endsAt, usedAt, revokedAt } of items) {
        const state = revokedAt === null ? `ends ${endsAt}` : `revoked ${revokedAt}`;
        await this.#print([id, name, `${roles.join(', ')}; ${state}; last used ${usedAt ?? 'never'}`]);
      }
    });
  }

  async addToken(name: string, { role: roles, days }: TokenOptions): Promise<void> {
    await this.#with(async (desk) => {
      const made = await this.#send<{ token: string }>(desk, 'POST', TOKENS, { name, roles, days });
      await this.context.output.write(`${made.token}\n`);
    });
  }

  async revokeToken(id: string): Promise<void> {
    await this.#with(async (desk) => {
      await this.#send(desk, 'DELETE', `${TOKENS}/${encodeURIComponent(id)}`);
      await this.context.output.write(`The token is revoked.\n`);
    });
  }

  #with(work: (desk: Server) => Promise<void>): Promise<void> {
    return this.context.withNewsroom(false, ({ desk }) => work(desk));
  }

  /** @throws Failure if nobody has this user name */
  #on(username: string, work: (desk: Server, account: Account) => Promise<void>): Promise<void> {
    return this.#with(async (desk) => {
      const { items } = await askJson<{ items: readonly Account[] }>(desk, STAFF, this.context.signal);
      const folded = username.normalize('NFKC').toLowerCase();
      const account = items.find((one) => one.username.normalize('NFKC').toLowerCase() === folded);
      if (!account)
        throw new Failure(EXIT.absent, 'Nobody has this user name. `dateline staff list` lists all.');
      await work(desk, account);
    });
  }

  async #send<T>(desk: Server, method: string, path: string, body?: object): Promise<T> {
    const content = body && { type: 'application/json', body: Readable.from([JSON.stringify(body)]) };
    const answer = await textOf(await ask(desk, path, { signal: this.context.signal, method, ...content }));
    return (answer === '' ? undefined : JSON.parse(answer)) as T;
  }

  async #printLink({ link, endsAt }: Invitation): Promise<void> {
    await this.context.output.write(`${link}\n`);
    this.context.output.note(`The link works once, until ${endsAt}. Give it to the person alone.`);
  }

  async #print([first, second, rest]: readonly [string, string, string]): Promise<void> {
    await this.context.output.write(`${padded(inLine(first), 16)}  ${padded(inLine(second), 24)}  ${rest}\n`);
  }
}

const STAFF = '/desk/v1/staff';
const TOKENS = '/desk/v1/tokens';
