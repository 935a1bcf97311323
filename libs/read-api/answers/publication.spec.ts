import type { FastifyRequest } from 'fastify';
import { Publication } from './publication.js';

const originFor = (host?: string, origin: string | null = null): string =>
  new Publication({ origin, name: 'Dateline', maxAge: 5, maxFollowers: 1 }).siteOf({
    headers: { host },
  } as FastifyRequest).origin;

it('takes the origin from the Host header, in its normal form', () => {
  expect(originFor('archive.example.org:3000')).toBe('http://archive.example.org:3000');
  expect(originFor('Archive.Example.ORG:80')).toBe('http://archive.example.org');
  expect(originFor('[::1]:3000')).toBe('http://[::1]:3000');
});

it('prefers the public origin, and ignores a Host header that names no host', () => {
  expect(originFor('localhost', 'https://archive.example.org')).toBe('https://archive.example.org');
  for (const host of [undefined, '', 'a b', 'a/b', 'a:99999', 'user@a', 'a"><b', '[1::2::3]'])
    expect(originFor(host)).toBe('http://localhost');
});
