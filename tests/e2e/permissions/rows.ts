import { everybody, only, type Expectation } from '#tests/e2e/permissions/expectations'

/** Objects of the demo that the addresses name: they belong to Balkhash and to SPK Saryarka. */
export type Objects = { draft: string; casePath: string; visitId: string; messageId: string; fileId: string }

export type MatrixRow = {
  /** An address of the pattern with real objects in it, in Russian. */
  path: (objects: Objects) => string
  get: Expectation
  /** Of a form that changes nothing, also for those who have the right; left out where the route takes no forms. */
  post?: Expectation | 'ends_the_session'
  /** A form that is well made, so that it is the right that is asked about: it fails on the state of the object. */
  form?: Record<string, string>
}

export const page = everybody('page')
export const hidden = everybody('hidden')
/** Forms that anybody may send but the auditor, whose forms lead nowhere (app/server/oversight.ts). */
export const anybody = (outcome: 'refused' | 'elsewhere'): Expectation => ({ ...everybody(outcome), auditor: 'hidden' })
export const signedIn = (outcome: 'page' | 'refused'): Expectation => ({ ...everybody(outcome), visitor: 'sign_in' })

export const desks = {
  akimat: only({
    ...{ editor: 'page', head: 'page', otherEditor: 'page', otherHead: 'page' },
    ...{ regionHead: 'page', otherRegionHead: 'page', auditor: 'page', admin: 'page' },
  }),
  spk: only({ officer: 'page', spkHead: 'page', otherOfficer: 'page', otherSpkHead: 'page', auditor: 'page' }),
}

/** Everybody who sits at the desk of a body. */
export const everyDesk = (outcome: 'page') => ({
  ...{ officer: outcome, spkHead: outcome, otherOfficer: outcome, otherSpkHead: outcome },
})

/** Places of every akimat that name no site. */
export const territoryDesk = (outcome: 'page' | 'refused') =>
  only({
    ...{ editor: outcome, head: outcome, otherEditor: outcome, otherHead: outcome },
    ...{ regionHead: outcome, otherRegionHead: outcome },
  })

/** Places of every SPK that name no case. */
export const ownDesk = (outcome: 'page' | 'refused') =>
  only({ officer: outcome, spkHead: outcome, otherOfficer: outcome, otherSpkHead: outcome })
