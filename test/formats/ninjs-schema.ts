import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

const folder = join(__dirname, '../../../shared/standards');
const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/** IPTC's schema of ninjs 3.1, and that of GeoJSON which it names; null where they are not beside this folder. */
export function ninjsSchema(): ValidateFunction | null {
  const files = ['GeoJSON-schema.json', 'ninjs-schema_3.1.json'].map((name) => join(folder, name));
  if (!files.every((file) => existsSync(file))) return null;
  const [geoJson, ninjs] = files.map((file) => JSON.parse(readFileSync(file, 'utf8')) as object);
  const ajv = new Ajv2020({
    allErrors: true,
    strict: false,
    formats: { uri: (text: string) => URL.canParse(text), 'date-time': DATE_TIME },
  });
  ajv.addSchema(geoJson!);
  return ajv.compile(ninjs!);
}
