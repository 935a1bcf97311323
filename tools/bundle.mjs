/**
 * Bundles the programs of dist/ and their threads, with the packages that they use, into dist/programs/. A start then
 * loads 460 modules instead of 2,600. `main.js` becomes one import of the bundle, and the program in
 * modules is `main.unbundled.js`: some tests change modules to plant a fault.
 */
import { renameSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { rolldown } from 'rolldown';

const dist = join(import.meta.dirname, '../dist');
const pathBetween = (from, to) => relative(from, to).replaceAll(sep, '/');
const PROGRAMS = {
  newsroom: 'apps/newsroom/main.js',
  desk: 'apps/desk/main.js',
  archive: 'apps/archive/main.js',
  cli: 'apps/cli/main.js',
  'log-writer': 'libs/event-store/embedded/writer.js',
  'read-model': 'libs/projections/model-thread.js',
  backup: 'libs/backup/backup-thread.js',
};
/**
 * Packages that load their own files (binaries, WebAssembly, pages), that Nest loads at run time, and the client of a cluster,
 * which few starts need.
 */
const OUTSIDE =
  /^(better-sqlite3|multilingual-stemmer|swagger-ui-dist|class-validator|@eventstore\/db-client|@grpc\/grpc-js)(\/|$)/;
/** Optional packages of Nest, which Dateline does not install. */
const ABSENT =
  /^(@nestjs\/(websockets|microservices|platform-express)|class-transformer|@fastify\/(multipart|view))(\/|$)/;

/** In a bundle, `import.meta.dirname` is the folder of the bundles. */
const keepFolders = {
  name: 'keep-folders',
  transform(code, id) {
    if (!id.startsWith(dist) || !code.includes('import.meta.dirname')) return null;
    const folder = pathBetween(join(dist, 'programs'), dirname(id));
    return code.replaceAll('import.meta.dirname', `(import.meta.dirname + ${JSON.stringify(`/${folder}`)})`);
  },
};

const bundle = await rolldown({
  input: Object.fromEntries(Object.entries(PROGRAMS).map(([name, file]) => [name, join(dist, file)])),
  platform: 'node',
  external: (id) => OUTSIDE.test(id) || ABSENT.test(id),
  plugins: [keepFolders],
  onwarn(warning) {
    console.error(warning.code, warning.message);
  },
});
await bundle.write({
  dir: join(dist, 'programs'),
  format: 'esm',
  keepNames: true,
  chunkFileNames: '[name]-[hash].js',
});
for (const [name, file] of Object.entries(PROGRAMS)) {
  const unbundled = join(dist, file.replace(/\.js$/, '.unbundled.js'));
  renameSync(join(dist, file), unbundled);
  const bundled = pathBetween(dirname(file), `programs/${name}.js`);
  writeFileSync(join(dist, file), `import '${bundled}';\n`);
}
