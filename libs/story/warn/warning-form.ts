/** A warning by a rule of journalism. It does not stop the command. */
export interface Warning {
  readonly rule: string;
  /** The source of the rule. */
  readonly source: string;
  /** A JSON Pointer into the request, if the warning is about one field. */
  readonly pointer?: string;
  readonly message: string;
}
