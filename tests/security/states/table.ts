import { everybody, only, type Expectation, type Outcome } from '#tests/e2e/permissions/expectations'
import { personaNames, type Persona } from '#tests/e2e/permissions/personas'

/** An object in one of its states, as addresses name it. */
export type Subject = { state: string; id: string }

/** The same in every state, or told by the state. */
type ByState<Value> = Value | ((state: string) => Value)

/** One address of an object: who gets what there in which state, and who may send its forms. */
export type StateRow = {
  path: (id: string) => string
  /** Those for whom it is there; for everybody else it is as if it did not exist, whatever its state. */
  who: ByState<readonly Persona[]>
  get: ByState<Outcome>
  mayPost?: ByState<readonly Persona[]>
  /** Forms that are well made: only the right is missing. */
  forms?: Record<string, string>[]
  /** Those without an account are not sent to sign in: the page is opened by a secret, or is not there at all. */
  isByKey?: boolean
}

export type StateTable = Record<string, StateRow>

export const everybodyMay = personaNames
export const editors: Persona[] = ['editor', 'head', 'regionHead']
export const heads: Persona[] = ['head', 'regionHead']
export const readers: Persona[] = [...editors, 'auditor', 'admin']

const at = <Value>(state: string, value: ByState<Value>) =>
  typeof value === 'function' ? (value as (state: string) => Value)(state) : value

/** What each person gets at the address of an object in a state. */
export function expectedOf(row: StateRow, state: string): Expectation {
  const outcome = at(state, row.get)
  const some = Object.fromEntries(at(state, row.who).map((persona) => [persona, outcome]))
  return row.isByKey ? { ...everybody('hidden'), ...some } : only(some)
}

/** Everybody who may not send the forms of the address. */
export function strangersOf(row: StateRow, state: string): Persona[] {
  const may = at(state, row.mayPost ?? [])
  return personaNames.filter((persona) => !may.includes(persona))
}

/** What a stranger's form ends in. */
export function refusalOf(row: StateRow, persona: Persona): Outcome {
  return persona === 'visitor' && !row.isByKey ? 'sign_in' : 'hidden'
}

/** Routes that name an object and are not asked in each of its states here, with the reason. */
export const elsewhere: Record<string, string> = {
  ...{ '/:lang/towns/:key': 'a fact of the register', '/files/:fileId/:width': 'photographs: files.spec.ts' },
  '/files/:fileId': 'papers at each level: files.spec.ts',
  '/:lang/invitations/:token': 'below: it is opened by its secret',
  ...Object.fromEntries(
    ['organizations/:slug', 'responsibility/regions/:key', 'responsibility/desks/:slug', 'rule-sets/:key'].map(
      (path) => [`/:lang/admin/${path}`, 'the same in every state: the permission matrix'],
    ),
  ),
  '/:lang/admin/settings/templates/:key': 'the same in every state: the permission matrix',
  '/:lang/admin/outbox/:id': 'the same in every state: the permission matrix',
}
