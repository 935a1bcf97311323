import { isISO31661Alpha2 } from 'class-validator';
import { isHttpUrl } from '#settings';
import { isPlainObject, FieldRule } from './dto-reader.js';

/** Kosovo. The standard has no code for it; the EU, Unicode's CLDR and news agencies use this one. */
const KOSOVO = 'XK';

/** An ISO 3166-1 alpha-2 code in upper case: `TR`. */
export function IsCountry(): PropertyDecorator {
  return FieldRule(
    'country',
    'must be an ISO 3166-1 alpha-2 code in upper case, such as TR, or XK',
    (value) =>
      typeof value === 'string' && /^[A-Z]{2}$/.test(value) && (value === KOSOVO || isISO31661Alpha2(value)),
    { type: 'string', pattern: '^[A-Z]{2}$' },
  );
}

/** A GeoJSON point (RFC 7946) in degrees, without further members. */
export function IsGeoPoint(): PropertyDecorator {
  return FieldRule(
    'geoPoint',
    'must be {"type": "Point", "coordinates": [longitude, latitude]} in degrees',
    (value) =>
      isPlainObject(value) &&
      Object.keys(value).length === 2 &&
      value['type'] === 'Point' &&
      Array.isArray(value['coordinates']) &&
      value['coordinates'].length === 2 &&
      within(value['coordinates'][0], 180) &&
      within(value['coordinates'][1], 90),
    {
      type: 'object',
      required: ['type', 'coordinates'],
      properties: {
        type: { type: 'string', enum: ['Point'] },
        coordinates: { type: 'array', items: { type: 'number' }, minItems: 2, maxItems: 2 },
      },
    },
  );
}

function within(value: unknown, bound: number): boolean {
  return typeof value === 'number' && Math.abs(value) <= bound;
}

/** A web address: http or https, without user and password, at most 2,048 characters. */
export function IsHttpUrl(): PropertyDecorator {
  return FieldRule(
    'httpUrl',
    'must be an http or https URL without user and password, at most 2048 characters',
    isHttpUrl,
    { type: 'string', format: 'uri', maxLength: 2048 },
  );
}
