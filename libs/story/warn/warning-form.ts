/** A rule of the trade that an editor should know of: it warns, and stops nothing. */
export interface Warning {
  readonly rule: string;
  /** Whose rule it is. */
  readonly source: string;
  /** Where in the request, where it is of one place: a JSON Pointer. */
  readonly pointer?: string;
  readonly message: string;
}
