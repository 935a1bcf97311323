import { fieldsWith, ScratchVault, unseal } from './testing/scratch-vault.js';
import {
  NotAudited,
  RequestExpired,
  RequestUnknown,
  RequestUsed,
  SamePrincipal,
  SourceErased,
  VaultClosed,
  type SourceReference,
  type Unsealing,
  type Vault,
} from './index.js';

const MINUTE = 60_000;
let scratch: ScratchVault;
let vault: Vault;
let source: SourceReference;
const ask = (): string => vault.ask(source, 'anna', 'a court asks whether the source exists');

async function openWith(
  audit: (unsealing: Unsealing) => Promise<void>,
  auditTimeout = 30_000,
): Promise<void> {
  vault?.close();
  vault = await scratch.open({ audit, auditTimeout });
  source = { story: 'talks', reference: vault.seal('talks', fieldsWith()) };
}

beforeEach(async () => {
  scratch = new ScratchVault();
  vault = await scratch.open();
  source = { story: 'talks', reference: vault.seal('talks', fieldsWith()) };
});
afterEach(() => scratch.remove());

it('shows a source to two principals, and the audit log has who, what, when and why', async () => {
  const request = ask();
  scratch.clock.advance(MINUTE);
  expect((await vault.approve(request, 'boris')).name).toBe('Mariam Haddad');
  expect(scratch.audited).toEqual([
    {
      request,
      source,
      purpose: 'a court asks whether the source exists',
      askedBy: 'anna',
      approvedBy: 'boris',
      at: '2026-12-01T12:01:00.000Z',
    },
  ]);
});

describe('an approval is refused', () => {
  it.each(['anna', 'Anna', ' anna ', 'ａｎｎａ'])('by the one who asked, also as “%s”', async (by) => {
    const request = ask();
    await expect(vault.approve(request, by)).rejects.toThrow(SamePrincipal);
    expect(scratch.audited).toEqual([]);
    expect((await vault.approve(request, 'boris')).name).toBe('Mariam Haddad');
  });

  it('without a request', async () => {
    await expect(vault.approve('none', 'boris')).rejects.toThrow(RequestUnknown);
  });

  it('the second time, also if both come at once', async () => {
    const request = ask();
    const both = await Promise.allSettled([vault.approve(request, 'boris'), vault.approve(request, 'carla')]);
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    await expect(vault.approve(request, 'dora')).rejects.toThrow(RequestUsed);
    expect(scratch.audited).toHaveLength(1);
  });

  it('after ten minutes, and not at ten minutes', async () => {
    const [inTime, late] = [ask(), ask()];
    scratch.clock.advance(10 * MINUTE);
    await vault.approve(inTime, 'boris');
    scratch.clock.advance(1);
    await expect(vault.approve(late, 'boris')).rejects.toThrow(RequestExpired);
  });

  it('after ten minutes, even if the clock was set back before anybody looked', async () => {
    const request = ask();
    scratch.clock.advance(11 * MINUTE);
    scratch.clock.set('2026-12-01T11:00:00.000Z');
    await expect(vault.approve(request, 'boris')).rejects.toThrow(RequestExpired);
  });

  it('once it was refused as expired, even if the clock was set forward by mistake and back', async () => {
    const request = ask();
    scratch.clock.set('2026-12-01T13:00:00.000Z');
    await expect(vault.approve(request, 'boris')).rejects.toThrow(RequestExpired);
    scratch.clock.set('2026-12-01T12:00:00.000Z');
    await expect(vault.approve(request, 'boris')).rejects.toThrow(RequestExpired);
  });

  it('after the machine slept for ten minutes and its clock was set back', async () => {
    const request = ask();
    scratch.clock.sleep(11 * MINUTE);
    scratch.clock.set('2026-12-01T12:00:00.000Z');
    await expect(vault.approve(request, 'boris')).rejects.toThrow(RequestExpired);
  });

  it('after the vault was opened again', async () => {
    const request = ask();
    vault.close();
    vault = await scratch.open();
    await expect(vault.approve(request, 'boris')).rejects.toThrow(RequestUnknown);
  });
});

describe('nothing leaves, and the request is used,', () => {
  const expectRefused = async (): Promise<void> => {
    const request = ask();
    await expect(vault.approve(request, 'boris')).rejects.toThrow(NotAudited);
    await expect(vault.approve(request, 'boris')).rejects.toThrow(RequestUsed);
  };

  it('if the audit log refuses', async () => {
    await openWith(() => Promise.reject(new Error('The outcome is unknown.')));
    await expectRefused();
  });

  it('if the audit log throws', async () => {
    await openWith(() => {
      throw new Error('The log is closed.');
    });
    await expectRefused();
  });

  it('if the audit log does not answer, or answers too late', async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    await openWith(() => promise, 20);
    await expectRefused();
    resolve();
  });

  it('if the source was erased while the audit log wrote', async () => {
    await openWith(async () => vault.erase(source, 'the source is in danger'));
    await expect(vault.approve(ask(), 'boris')).rejects.toThrow(SourceErased);
  });

  it('if the vault was closed while the audit log wrote', async () => {
    await openWith(async () => vault.close());
    await expect(vault.approve(ask(), 'boris')).rejects.toThrow(VaultClosed);
  });
});

it('shows nothing before the audit log has answered', async () => {
  const { promise, resolve } = Promise.withResolvers<void>();
  await openWith(() => promise);
  let shown = false;
  const shows = unseal(vault, source).then(() => {
    shown = true;
  });
  await new Promise((soon) => setImmediate(soon));
  expect(shown).toBe(false);
  resolve();
  await shows;
  expect(shown).toBe(true);
});

it('forgets the oldest of more than a thousand requests', async () => {
  const first = ask();
  for (let i = 0; i < 999; i += 1) ask();
  const last = ask();
  await expect(vault.approve(first, 'boris')).rejects.toThrow(RequestUnknown);
  expect((await vault.approve(last, 'boris')).name).toBe('Mariam Haddad');
});
