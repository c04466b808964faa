// Turn a value of unknown kind into whether it is a mapping of keys to values.

/** An object that is neither a list nor null, as YAML and JSON files hold them. */
export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
