const { existsSync } = require('node:fs');
const { join } = require('node:path');

/** Sources and packages are transformed to CommonJS, so that plain `jest` runs them without a flag. */
const swc = (parser) => ({
  jsc: {
    target: 'es2022',
    parser,
    transform: { legacyDecorator: true, decoratorMetadata: true },
    keepClassNames: true,
  },
  module: { type: 'commonjs' },
  isModule: 'unknown',
  sourceMaps: 'inline',
});

module.exports = {
  rootDir: __dirname,
  roots: ['apps', 'libs', 'test'].map((name) => join(__dirname, name)).filter(existsSync),
  testEnvironment: '<rootDir>/tools/jest-environment.cjs',
  testMatch: ['**/*.spec.ts'],
  testEnvironmentOptions: { customExportConditions: ['dateline', 'node', 'require', 'default'] },
  moduleNameMapper: {
    '^multilingual-stemmer$': '<rootDir>/node_modules/multilingual-stemmer/dist/index.js',
    '^\\./wasm\\.js$': '<rootDir>/tools/jest-stemmer.cjs',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  transform: {
    '\\.ts$': ['@swc/jest', swc({ syntax: 'typescript', decorators: true })],
    '\\.m?js$': ['@swc/jest', swc({ syntax: 'ecmascript' })],
  },
  // Big packages that are CommonJS already.
  transformIgnorePatterns: [
    '/node_modules/(rxjs|swagger-ui-dist|libphonenumber-js|validator|better-sqlite3|playwright-core|axe-core)/',
  ],
  cacheDirectory: '<rootDir>/.cache/jest',
  maxWorkers: 3,
  // Other suites want the machine too: what takes longer than this hangs.
  testTimeout: 300_000,
  workerIdleMemoryLimit: '512MB',
};
