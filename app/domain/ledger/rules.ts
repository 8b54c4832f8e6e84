import { authorKinds, type AuthorKind, type FieldChange } from './model'

/** The fields of an entry side by side, in the order of their names; `before` and `after` are the objects it keeps. */
export function listChanges(before: unknown, after: unknown): FieldChange[] {
  const was = asRecord(before)
  const is = asRecord(after)
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .sort()
    .map((field) => ({ field, before: writeValue(was[field]), after: writeValue(is[field]) }))
}

/** Kind and name of an actor of the ledger: `person:<id>`, `job:send-mail`, `visitor`. */
export function splitActor(actor: string): { kind: AuthorKind; name: string } {
  const [head = '', ...rest] = actor.split(':')
  const kind = authorKinds.find((known) => known === head)
  return kind === undefined ? { kind: 'database', name: actor } : { kind, name: rest.join(':') }
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {}
}

function writeValue(value: unknown): string | null {
  if (value === undefined || value === null) return null
  return typeof value === 'string' ? value : JSON.stringify(value)
}
