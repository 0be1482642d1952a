/** What has to be granted to and revoked from one role, each as a line that a person can read. */
export interface RoleDifference {
  role: string;
  /** Whether the role itself has to be made. */
  isNew: boolean;
  granted: string[];
  revoked: string[];
  /** Permissions that stay, but reach further or less far. */
  changed: string[];
}

/** Whether a role in the database differs from the table. */
export function differs({ isNew, granted, revoked, changed }: RoleDifference): boolean {
  return isNew || granted.length + revoked.length + changed.length > 0;
}

/** The lines of a report: the role, then `+` for each grant, `-` for each revocation, `~` for changes. */
export function describeDifference(difference: RoleDifference): string[] {
  const { role, isNew, granted, revoked, changed } = difference;
  return [
    `${role}${isNew ? ' (new)' : ''}`,
    ...granted.map((line) => `  + ${line}`),
    ...revoked.map((line) => `  - ${line}`),
    ...changed.map((line) => `  ~ ${line}`),
  ];
}
