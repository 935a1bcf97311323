import { rmSync } from 'node:fs';
import { Scene } from './scene.js';

let scene: Scene;
beforeEach(async () => {
  scene = await Scene.open();
});
afterEach(() => scene.close());

it('refuses to register, change or send after its file was deleted, and names the file', async () => {
  const { id } = await scene.register();
  rmSync(scene.file);
  const named = { code: 'store-unavailable', message: expect.stringContaining(scene.file) };
  await expect(scene.register({ url: `${scene.receiver.url}2` })).rejects.toMatchObject(named);
  for (const change of [
    () => scene.webhooks.rotate(id),
    () => scene.webhooks.pause(id),
    () => scene.webhooks.remove(id),
  ])
    expect(change).toThrow(expect.objectContaining(named));
  scene.changes.add('talks');
  await scene.quiet();
  expect(scene.receiver.of('talks')).toEqual([]);
  const { health, file } = scene.webhooks;
  expect({ fault: health.fault, gone: file.gone }).toEqual({
    fault: expect.stringContaining(scene.file) as string,
    gone: scene.file,
  });
});
