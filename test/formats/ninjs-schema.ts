import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/**
 * IPTC's schema of ninjs 3.1 and the GeoJSON schema that it refers to, from the folder in NINJS_SCHEMAS; null if that is not
 * set.
 */
export function ninjsSchema(): ValidateFunction | null {
  const folder = process.env.NINJS_SCHEMAS;
  if (!folder) return null;
  const files = ['GeoJSON-schema.json', 'ninjs-schema_3.1.json'].map((name) => join(folder, name));
  const [geoJson, ninjs] = files.map((file) => JSON.parse(readFileSync(file, 'utf8')) as object);
  const ajv = new Ajv2020({
    allErrors: true,
    strict: false,
    formats: { uri: (text: string) => URL.canParse(text), 'date-time': DATE_TIME },
  });
  ajv.addSchema(geoJson!);
  return ajv.compile(ninjs!);
}
