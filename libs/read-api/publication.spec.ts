import type { FastifyRequest } from 'fastify';
import { siteOf } from './publication.js';

const of = (host?: string, origin: string | null = null): string =>
  siteOf({ origin, name: 'Dateline', maxAge: 5, formats: [] }, { headers: { host } } as FastifyRequest)
    .origin;

it('is the host that was asked, as every address of it is written', () => {
  expect(of('archive.example.org:3000')).toBe('http://archive.example.org:3000');
  expect(of('Archive.Example.ORG:80')).toBe('http://archive.example.org');
  expect(of('[::1]:3000')).toBe('http://[::1]:3000');
});

it('is the public origin where there is one, and never what a host cannot be', () => {
  expect(of('localhost', 'https://archive.example.org')).toBe('https://archive.example.org');
  for (const host of [undefined, '', 'a b', 'a/b', 'a:99999', 'user@a', 'a"><b', '[1::2::3]'])
    expect(of(host)).toBe('http://localhost');
});
