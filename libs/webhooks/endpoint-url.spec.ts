import { faultOfUrl } from './endpoint-url.js';

it.each([
  ['https://partner.example/hook', null],
  ['HTTPS://partner.example:8443/hook?token=1', null],
  ['https://[2606:4700:4700::1111]/', null],
  ['http://partner.example/hook', 'must be an https URL'],
  ['ftp://partner.example/', 'must be an https URL'],
  ['https:partner.example', 'must be an https URL'],
  ['https://', 'must be an https URL'],
  ['https://partner.example\\@10.0.0.1/', 'must be an https URL'],
  ['https://partner.example/\n', 'must be an https URL'],
  [' https://partner.example/', 'must be an https URL'],
  ['https://partner.example:99999/', 'must be an https URL'],
  ['partner.example', 'must be an https URL'],
  ['https://user:word@partner.example/', 'must have no user and no password'],
  ['https://user@partner.example/', 'must have no user and no password'],
  ['https://partner.example/#', 'must have no fragment'],
  ['https://partner.example/#part', 'must have no fragment'],
  ['https://partner.example:0/', 'must have a port that can be reached'],
  [`https://partner.example/${'a'.repeat(2_048)}`, 'must have at most 2048 characters'],
])('has for %j the fault: %s', (url, fault) => {
  expect(faultOfUrl(url)).toBe(fault);
});
