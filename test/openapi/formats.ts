/** The JSON Schema formats of the documents, as defined by the RFCs. */
export const formats: Readonly<Record<string, RegExp | ((text: string) => boolean)>> = {
  'date-time': (text) =>
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(text) &&
    !Number.isNaN(Date.parse(text)),
  uuid: /^[0-9a-f]{8}-[0-9a-f]{4}-[45][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  uri: (text) => URL.canParse(text),
  'uri-reference': (text) => !/[\s<>"{}|\\^`]/.test(text) && URL.canParse(text, 'http://localhost/'),
  'json-pointer': /^(?:\/(?:[^~/]|~0|~1)*)*$/,
};
