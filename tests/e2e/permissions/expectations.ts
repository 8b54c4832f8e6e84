import { personaNames, type Persona } from '#tests/e2e/permissions/personas'

/**
 * What a request ends in. `page` it is shown (2xx) · `sign_in` sent to the sign-in page (401 for a program) · `hidden` 404, as if it did not
 * exist · `elsewhere` another redirect · `refused` the right to do it, but this form says nothing useful (400, 405, 409).
 */
export type Outcome = 'page' | 'sign_in' | 'hidden' | 'elsewhere' | 'refused'

export type Expectation = Record<Persona, Outcome>

/** The same for everybody. */
export function everybody(outcome: Outcome): Expectation {
  return Object.fromEntries(personaNames.map((persona) => [persona, outcome])) as Expectation
}

/** `some` as named, visitors to the sign-in page, everybody else as if it did not exist. */
export function only(some: Partial<Expectation>): Expectation {
  return { ...everybody('hidden'), visitor: 'sign_in', ...some }
}

const editors: Persona[] = ['editor', 'head', 'regionHead']
const heads: Persona[] = ['head', 'regionHead']
const officers: Persona[] = ['officer', 'spkHead']

const all = (people: Persona[], outcome: Outcome) =>
  Object.fromEntries(people.map((persona) => [persona, outcome])) as Partial<Expectation>

/** The akimat's own territory; readers of everything see it too. */
export const territory = {
  read: only({ ...all([...editors, 'auditor', 'admin'], 'page') }),
  edit: (outcome: Outcome) => only(all(editors, outcome)),
  review: (outcome: Outcome) => only(all(heads, outcome)),
}

/** The body that has the case; the ministry reads every case, the platform's admin none. */
export const body = {
  read: only({ ...all([...officers, 'auditor'], 'page') }),
  act: (outcome: Outcome) => only(all(officers, outcome)),
}

export const administration = {
  read: only({ admin: 'page', auditor: 'page' }),
  act: (outcome: Outcome) => only({ admin: outcome }),
}
