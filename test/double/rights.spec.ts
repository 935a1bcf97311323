import { readFileSync } from 'node:fs';
import { credentials, Metadata } from '@grpc/grpc-js';
import { jsonEvent } from '@eventstore/db-client';
import { UsersClient } from '@eventstore/db-client/generated/users_grpc_pb.js';
import usersPb from '@eventstore/db-client/generated/users_pb.js';
import { admin, follow, outcome, reports, Scene, until } from './scene.js';

const scene = new Scene();

afterEach(() => scene.end());

describe('TLS and rights', () => {
  const as = (username: string, password = 'secret') => ({ credentials: { username, password } });

  async function createUser(name: string, groups: string[], by = admin, password = 'secret'): Promise<void> {
    const { host, searchParams } = new URL(scene.double.url);
    const authority = readFileSync(searchParams.get('tlsCAFile') ?? '');
    const users = new UsersClient(host, credentials.createSsl(authority));
    const metadata = new Metadata();
    metadata.set('authorization', `Basic ${btoa(`${by.username}:${by.password}`)}`);
    const options = new usersPb.CreateReq.Options()
      .setLoginName(name)
      .setFullName(name)
      .setPassword(password)
      .setGroupsList(groups);
    const request = new usersPb.CreateReq().setOptions(options);
    try {
      await new Promise<void>((resolve, reject) => {
        users.create(request, metadata, (error) => (error ? reject(error) : resolve()));
      });
    } finally {
      users.close();
    }
  }

  beforeEach(() => scene.start({ tls: true, auth: true }));

  it('refuses a wrong password, and a client that does not trust the authority', async () => {
    await expect(
      scene.client.appendToStream('story-1', reports(1), as('admin', 'wrong')),
    ).rejects.toMatchObject({
      type: 'access-denied',
    });
    const untrusting = scene.connect(scene.double.url.replace(/&tlsCAFile=.*/, ''));
    expect(await outcome(untrusting.appendToStream('story-1', reports(1)), 2_000)).not.toBe('done');
    expect(scene.double.calls.append).toBe(1);
  });

  it('lets everyone use streams without rules, and only administrators the whole log and system streams', async () => {
    await createUser('archive', []);
    await scene.client.appendToStream('story-1', reports(1), as('archive'));
    const seen = follow(scene.client.subscribeToAll(as('archive')));
    await until('it received something', () => seen.length > 0);
    expect(seen).toEqual(['access-denied']);
    await expect(scene.client.appendToStream('$settings', reports(1), as('archive'))).rejects.toMatchObject({
      type: 'access-denied',
    });
    const all = follow(scene.client.subscribeToAll({ credentials: admin }));
    await until('the administrator has caught up', () => all.includes('caught up'));
    expect(all).toEqual(['$user-archive@0', 'story-1@0', 'caught up']);
  });

  it('applies the list of a stream, and groups', async () => {
    await createUser('desk', ['writers']);
    await createUser('archive', []);
    const acl = { readRoles: ['writers'], writeRoles: ['desk'], metaWriteRoles: ['$admins'] };
    await scene.client.setStreamMetadata('story-1', { acl }, { credentials: admin });
    await scene.client.appendToStream('story-1', reports(1), as('desk'));
    const denied = { type: 'access-denied' };
    await expect(scene.client.appendToStream('story-1', reports(1), as('archive'))).rejects.toMatchObject(
      denied,
    );
    await expect(scene.client.appendToStream('story-1', reports(1))).rejects.toMatchObject(denied);
    await expect(scene.client.setStreamMetadata('story-1', {}, as('desk'))).rejects.toMatchObject(denied);
    const read = async (name: string): Promise<void> => {
      for await (const event of scene.client.readStream('story-1', as(name))) void event;
    };
    await read('desk');
    await expect(read('archive')).rejects.toMatchObject(denied);
  });

  it('applies the settings of the server, also for the whole log', async () => {
    await createUser('archive', ['readers']);
    const settings = jsonEvent({
      type: '$settings',
      data: { $userStreamAcl: { $r: ['$admins', 'archive'], $w: '$admins' } },
    });
    await scene.client.appendToStream('$settings', settings, { credentials: admin });
    await scene.client.setStreamMetadata('$all', { acl: { readRoles: ['readers'] } }, { credentials: admin });
    await expect(scene.client.appendToStream('story-1', reports(1), as('archive'))).rejects.toMatchObject({
      type: 'access-denied',
    });
    const all = follow(scene.client.subscribeToAll(as('archive')));
    await until('it has caught up', () => all.includes('caught up'));
    expect(all).not.toContain('access-denied');
  });

  it('lets only administrators create accounts, and does not change an existing one', async () => {
    await createUser('archive', ['readers']);
    await createUser('archive', ['others']);
    await expect(createUser('archive', [], admin, 'another')).rejects.toMatchObject({
      code: 9,
      metadata: expect.objectContaining({ internalRepr: expect.anything() }),
    });
    await expect(createUser('other', [], { username: 'archive', password: 'secret' })).rejects.toMatchObject({
      code: 7,
    });
  });

  it('gives an anonymous caller no rights, even if a list contains everybody', async () => {
    await scene.client.setStreamMetadata(
      'story-1',
      { acl: { readRoles: ['$all'], writeRoles: ['$all'] } },
      { credentials: admin },
    );
    const denied = { type: 'access-denied' };
    await expect(scene.client.appendToStream('story-1', reports(1))).rejects.toMatchObject(denied);
    await expect(scene.client.appendToStream('story-2', reports(1))).rejects.toMatchObject(denied);
    await createUser('archive', []);
    await scene.client.appendToStream('story-1', reports(1), as('archive'));
    await expect(scene.revisions('story-1')).rejects.toMatchObject(denied);
  });
});
