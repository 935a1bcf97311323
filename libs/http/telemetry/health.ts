/** One thing on which readiness depends. `detail` is for an operator and is public: no paths, no names of sources. */
export interface Health {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
}

/** A check for an operator: readiness does not depend on it. */
export type AdvisoryHealth = Health & { readonly advisory: true };

export type HealthCheck = () => Health | AdvisoryHealth | Promise<Health | AdvisoryHealth>;

/** The checks of `/health/ready`. Each application that serves the `HealthController` provides its own. */
export class HealthChecks {
  constructor(readonly all: readonly HealthCheck[]) {}
}
