import { randomUUID } from 'node:crypto'
import type { Actor } from '#app/domain/accounts/model'
import { localDateOf } from '#app/domain/kernel/local-date'
import type { Language } from '#app/domain/kernel/localized'
import { yes, type Verdict } from '#app/domain/kernel/verdict'
import { listIncentives } from '#app/domain/towns/queries.server'
import { database } from '#app/platform/db/database.server'
import type { Faults, FormFields } from '../form/form-fields'
import { changedValues, hasBases, mergeForm, shapeOf, type Conflicts } from '../form/merge'
import { readGroup, type FormContext } from '../form/read-group'
import { writeGroup, type FormValues } from '../form/write-form'
import { applyOperation, type Operation } from '../operations'
import type { SaveCode } from '../own-site'
import type { DossierGroup, SiteKind } from '../choices'
import type { Dossier } from '../model'
import { summarize, type DossierSummary } from '../submission'
import { choosesParent, setParent } from './set-parent.server'
import { personId } from './own-version.server'
import { saveDraft, type LastSave, type Saved } from './save-draft.server'

export type GroupForm = {
  group: DossierGroup
  revision: number
  /** With `base.<name>` fields the form is merged with what others saved; without, their save is a conflict. */
  fields: FormFields
  /** `shapeOf` the group when the form was made. */
  shape?: string
  /** Language that the bases are written in. */
  language?: Language
  /** Done after the fields are read, and only when they could all be taken. */
  operation?: Operation | null
}

export type SavedGroup = Saved & {
  faults: Faults
  conflicts: Conflicts
  /** What stands in the fields that this save changed, as the form shows it. */
  values: FormValues
  /** All fields of the group when somebody else saved in between, and who it was. */
  theirs: { values: FormValues; who: string; at: string } | null
  summary: DossierSummary
}

type Outcome = Omit<SavedGroup, keyof Saved | 'theirs' | 'summary'> & {
  kind: SiteKind
  dossier: Dossier
  theirs: { values: FormValues; last: LastSave } | null
}

/** Saves what can be taken of one group's form and names the fields that cannot. Says no like `saveDraft`. */
export async function saveGroup(
  actor: Actor,
  number: string,
  form: GroupForm,
  now = new Date(),
): Promise<Verdict<SavedGroup, SaveCode>> {
  const incentives = (await listIncentives()).map((incentive) => incentive.key)
  let outcome: Outcome | null = null
  const change = (before: Dossier, kind: SiteKind, last: LastSave) => {
    outcome = changeGroup(before, form, { kind, today: localDateOf(now), incentives }, last)
    return outcome === null ? null : outcome.dossier
  }
  const revision = hasBases(form.fields) ? null : form.revision
  const verdict = await saveDraft(actor, number, revision, change, now, Boolean(form.operation))
  if (!verdict.ok) return verdict
  if (outcome === null) throw new Error('saved without reading the form')
  const { kind, dossier, theirs, ...rest } = outcome as Outcome
  const parent = choosesParent(form) ? await setParent(actor, number, form.fields) : null
  return yes({
    ...verdict.value,
    ...rest,
    ...(parent === null
      ? {}
      : { faults: { ...rest.faults, ...parent.faults }, values: { ...rest.values, ...parent.values } }),
    theirs: await withName(actor, theirs),
    summary: summarize(kind, dossier, await hasParent(number)),
  })
}

/** Null when the form cannot be laid over what was saved meanwhile. */
function changeGroup(before: Dossier, form: GroupForm, context: FormContext, last: LastSave): Outcome | null {
  const { group, fields, operation, language = 'ru' } = form
  const isOld = last.revision !== form.revision
  if (form.shape !== undefined && form.shape !== shapeOf(group, before, last.order)) return null
  const merged = mergeForm(group, before, fields, language)
  const read = readGroup(group, before, merged.fields, context)
  const isWhole = Object.keys(read.faults).length === 0
  const dossier = operation && isWhole ? applyOperation(read.dossier, operation, randomUUID()) : read.dossier
  return {
    kind: context.kind,
    dossier,
    faults: read.faults,
    conflicts: merged.conflicts,
    values: changedValues(group, before, dossier, language),
    theirs: isOld ? { values: writeGroup(group, before, language), last } : null,
  }
}

async function withName(actor: Actor, theirs: Outcome['theirs']): Promise<SavedGroup['theirs']> {
  if (theirs === null) return null
  const { values, last } = theirs
  if (last.editorId === null || last.editorId === personId(actor)) return { values, who: '', at: last.at.toISOString() }
  const user = await database().user.findUnique({ where: { id: last.editorId }, select: { name: true } })
  return { values, who: user?.name ?? '', at: last.at.toISOString() }
}

async function hasParent(number: string): Promise<boolean> {
  return (await database().site.count({ where: { number, parentId: { not: null } } })) > 0
}
