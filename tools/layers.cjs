/**
 * Who may import whom. The rules of .dependency-cruiser.cjs and the page docs/layers.md are made from this table.
 * Every folder must be here. `packages`: a folder may import `none`, `plain` ones (all except the web framework), or `any`.
 * `neverReaches` includes imports through other folders. `rooms` are the folders inside, lowest first: a room imports those
 * before it and none after it. Files beside the rooms may import them all.
 */
'use strict';

const layers = {
  'libs/story': {
    imports: [],
    packages: 'none',
    rooms: ['values', 'facts', 'evidence', 'state', 'log', 'evolve', 'decide', 'warn', 'public'],
  },
  'libs/wordings': { imports: ['libs/story'], packages: 'none' },
  'libs/event-store': { imports: [], packages: 'plain' },
  'libs/story-log': { imports: ['libs/story', 'libs/event-store'], packages: 'plain' },
  'libs/database': { imports: ['libs/event-store'], packages: 'plain' },
  'libs/projections': {
    imports: ['libs/story', 'libs/wordings', 'libs/event-store', 'libs/story-log'],
    packages: 'plain',
  },
  'libs/publishing': { imports: ['libs/story', 'libs/event-store', 'libs/story-log'], packages: 'plain' },
  'libs/generating': { imports: ['libs/story'], packages: 'none' },
  'libs/settings': { imports: ['libs/event-store', 'libs/roles'], packages: 'any' },
  'libs/http': {
    imports: ['libs/story', 'libs/event-store', 'libs/settings'],
    packages: 'any',
    rooms: ['problem', 'validation', 'telemetry', 'server', 'program', 'openapi'],
  },
  'libs/formats': { imports: ['libs/story', 'libs/wordings', 'libs/projections'], packages: 'plain' },
  'libs/pages': {
    imports: ['libs/story', 'libs/wordings', 'libs/projections', 'libs/formats'],
    packages: 'plain',
  },
  'libs/read-api': {
    imports: ['libs/story', 'libs/event-store', 'libs/projections', 'libs/formats', 'libs/http'],
    packages: 'any',
    rooms: ['answers', 'queries', 'formats', 'stories', 'publishing', 'openapi'],
  },
  'libs/roles': { imports: [], packages: 'none' },
  'libs/review': { imports: ['libs/story'], packages: 'none' },
  'libs/drafts': { imports: ['libs/event-store', 'libs/database'], packages: 'plain' },
  'libs/notes': { imports: ['libs/story'], packages: 'none' },
  'libs/staff': {
    imports: ['libs/event-store', 'libs/roles', 'libs/database', 'libs/settings', 'libs/http'],
    packages: 'any',
    rooms: ['accounts', 'audit', 'oidc', 'http'],
  },
  'libs/webhooks': {
    imports: [
      'libs/story',
      'libs/event-store',
      'libs/database',
      'libs/staff',
      'libs/projections',
      'libs/formats',
      'libs/http',
    ],
    packages: 'any',
  },
  'libs/backup': { imports: ['libs/event-store', 'libs/story-log'], packages: 'plain' },
  'libs/vault': { imports: ['libs/event-store', 'libs/database'], packages: 'plain' },
  'libs/client': { imports: [], packages: 'plain' },
  'apps/desk': {
    imports: ['libs/*'],
    packages: 'any',
    rooms: [
      'vault',
      'recording',
      'notes',
      'review',
      'sources',
      'drafts',
      'presence',
      'directory',
      'claims',
      'developments',
      'stories',
      'imports',
      'notices',
      'operations',
      'pages',
      'openapi',
    ],
  },
  'apps/archive': {
    imports: ['libs/*'],
    packages: 'any',
    rooms: ['pages', 'crawlers', 'openapi'],
    neverReaches: ['libs/vault', 'libs/staff', 'libs/drafts', 'libs/publishing', 'apps/desk'],
  },
  'apps/newsroom': { imports: ['libs/*', 'apps/desk', 'apps/archive'], packages: 'any' },
  'apps/cli': { imports: ['libs/*'], packages: 'any' },
  'apps/bench': { imports: ['libs/*', 'apps/desk', 'apps/archive'], packages: 'any' },
};

/** The packages of the web framework: only folders with `any` may import them. */
const framework = [
  '@nestjs',
  'class-validator',
  'class-transformer',
  'fastify',
  '@fastify',
  'reflect-metadata',
];

module.exports = { layers, framework };
