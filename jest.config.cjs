/** Sources and packages are transformed to CommonJS, so that plain `jest` runs them without a flag. */
const swc = (parser) => ({
  jsc: { target: 'es2022', parser, transform: { legacyDecorator: true, decoratorMetadata: true }, keepClassNames: true },
  module: { type: 'commonjs' },
  isModule: 'unknown',
  sourceMaps: 'inline',
});

module.exports = {
  rootDir: __dirname,
  testEnvironment: 'node',
  testMatch: ['**/*.spec.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/data/', '<rootDir>/tools/node/'],
  testEnvironmentOptions: { customExportConditions: ['source', 'node', 'require', 'default'] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  transform: {
    '\\.ts$': ['@swc/jest', swc({ syntax: 'typescript', decorators: true })],
    '\\.m?js$': ['@swc/jest', swc({ syntax: 'ecmascript' })],
  },
  transformIgnorePatterns: ['/node_modules/(rxjs|swagger-ui-dist|libphonenumber-js|validator|better-sqlite3)/'],
  workerIdleMemoryLimit: '512MB',
};
