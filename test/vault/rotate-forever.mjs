// A process that rotates the master key of a vault until it is killed: `node rotate-forever.mjs <vault> <key A> <key B>`.
// The vault must be sealed with key A. It prints `open`, then a line after each rotation.
import { writeSync } from 'node:fs';
import { SystemClock } from '#event-store';
import { keyFile, Vault } from '#vault';

const [file, ...keys] = process.argv.slice(2);
const vault = await Vault.open({
  file,
  masterKey: keyFile(keys[0]),
  clock: new SystemClock(),
  audit: async () => {},
});
writeSync(1, 'open\n');
for (let turn = 1; ; turn += 1) {
  await vault.rotate(keyFile(keys[turn % 2]));
  writeSync(1, `rotated ${turn}\n`);
}
