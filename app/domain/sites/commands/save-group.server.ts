import type { Actor } from '#app/domain/accounts/model'
import { localDateOf } from '#app/domain/kernel/local-date'
import { yes, type Verdict } from '#app/domain/kernel/verdict'
import { listIncentives } from '#app/domain/towns/queries.server'
import type { Faults, FormFields } from '../form/form-fields'
import { readGroup } from '../form/read-group'
import { applyOperation, type Operation } from '../operations'
import type { SaveCode } from '../own-site'
import { summarize, type DossierGroup, type DossierSummary } from '../submission'
import { saveDraft, type Saved } from './save-draft.server'

export type GroupForm = {
  group: DossierGroup
  revision: number
  fields: FormFields
  /** Done after the fields are read, and only when they could all be taken. */
  operation?: Operation | null
}

export type SavedGroup = Saved & { faults: Faults; summary: DossierSummary }

/** Saves what can be taken of one group's form and names the fields that cannot. Says no like `saveDraft`. */
export async function saveGroup(
  actor: Actor,
  number: string,
  form: GroupForm,
  now = new Date(),
): Promise<Verdict<SavedGroup, SaveCode>> {
  const incentives = (await listIncentives()).map((incentive) => incentive.key)
  let outcome: { faults: Faults; summary: DossierSummary } | null = null
  const verdict = await saveDraft(
    actor,
    number,
    form.revision,
    (before, kind) => {
      const read = readGroup(form.group, before, form.fields, { kind, today: localDateOf(now), incentives })
      const isWhole = Object.keys(read.faults).length === 0
      const dossier = form.operation && isWhole ? applyOperation(read.dossier, form.operation) : read.dossier
      outcome = { faults: read.faults, summary: summarize(kind, dossier) }
      return dossier
    },
    now,
  )
  if (!verdict.ok) return verdict
  if (outcome === null) throw new Error('saved without reading the form')
  return yes({ ...verdict.value, ...(outcome as { faults: Faults; summary: DossierSummary }) })
}
