/**
 * The validators of OpenAPI documents. The spec files load this module outside their sandboxes (see outside.ts): each worker
 * compiles a validator once, not once a file.
 */
'use strict';

const { Ajv2020 } = require('ajv/dist/2020.js');

/** The formats of JSON Schema that the documents use, as the RFCs define them. */
const formats = {
  'date-time': (text) =>
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(text) &&
    !Number.isNaN(Date.parse(text)),
  uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-[45][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  uri: (text) => URL.canParse(text),
  'uri-reference': (text) => !/[\s<>"{}|\\^`]/.test(text) && URL.canParse(text, 'http://localhost/'),
  'json-pointer': /^(?:\/(?:[^~/]|~0|~1)*)*$/,
};

/** By the text of the document. */
const made = new Map();

/** `text` is a document; the result gives the validator of the schema at a JSON Pointer (a URI fragment). */
function validatorsOf(text) {
  const known = made.get(text);
  if (known) return known;
  const ajv = new Ajv2020({ strict: false, allErrors: true, formats });
  ajv.addSchema(closed(JSON.parse(text)), 'document');
  const validatorOf = (pointer) => ajv.getSchema(`document#${pointer}`);
  made.set(text, validatorOf);
  return validatorOf;
}

/** The same schemas, but objects have no other properties than the named ones. A part of an `allOf` stays open. */
function closed(value, joined = false) {
  if (Array.isArray(value)) return value.map((item) => closed(item));
  if (typeof value !== 'object' || value === null) return value;
  const copy = {};
  for (const [key, inner] of Object.entries(value))
    copy[key] =
      key === 'allOf' && Array.isArray(inner) ? inner.map((item) => closed(item, true)) : closed(inner);
  const open = value.type === 'object' && value.properties && value.additionalProperties === undefined;
  if (open && !joined) copy.additionalProperties = false;
  return copy;
}

/** The texts of documents that newsrooms have given, by surface and settings: a newsroom takes long to make them. */
const documents = new Map();

module.exports = { validatorsOf, documents };
