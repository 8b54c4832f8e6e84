import type { ConfirmedGroup } from '#app/domain/sites/choices'
import { fieldsOf } from '#app/domain/sites/fields/catalogue'
import { valueAt } from '#app/domain/sites/fields/value-at'
import type { Dossier, Provenance } from '#app/domain/sites/model'
import { joined, startSmall, type Said, type Voice } from './said'
import { sayField, saySource, type SourceView } from './say-field'

/** A known value under its label. */
export type FactRow = { label: string; value: Said; source?: SourceView }

/** What is known of a part of the dossier, where it comes from, and what is missing. */
export type FactBlock = {
  rows: FactRow[]
  /** Source of all rows that do not name their own; null when nobody named one. */
  source: SourceView | null
  /** Labels of what nobody has said, and of what does not apply to this site. */
  unknown: string[]
  notApplicable: string[]
}

type Asked = {
  group: ConfirmedGroup
  /** Fields that stand in one row, the first one names it. Fields that are in no list have a row of their own. */
  rows?: readonly (readonly string[])[]
  /** Only fields below this path. */
  under?: string
  /** Fields that are shown elsewhere. */
  without?: readonly string[]
  /** Fields about which there is nothing to know, e.g. the lifting capacity where there is no crane. */
  moot?: readonly string[]
  provenance?: Provenance
  today: string
}

/** Reads a part of the dossier in the order of its form. */
export function factBlock(dossier: Dossier, asked: Asked, voice: Voice): FactBlock {
  const { group, rows = [], under = '', without = [], moot = [], provenance, today } = asked
  const shown = fieldsOf(group, dossier).filter(
    ({ name, isInternal }) =>
      !isInternal && name.startsWith(under) && !name.includes('provenance.') && !without.includes(name),
  )
  const block: FactBlock = { rows: [], source: null, unknown: [], notApplicable: [] }
  const known = new Map<string, { label: string; value: Said }>()
  for (const field of shown) {
    const label = voice.word(field.label)
    const value = sayField(field, valueAt(dossier, field.name), voice)
    if (dossier.notApplicable.includes(field.name)) block.notApplicable.push(startSmall(label))
    else if (value !== null) known.set(field.name, { label, value })
    else if (!moot.includes(field.name)) block.unknown.push(startSmall(label))
  }
  const done = new Set<string>()
  for (const { name } of shown) {
    if (done.has(name)) continue
    const together = rows.find((names) => names.includes(name)) ?? [name]
    together.forEach((other) => done.add(other))
    const facts = together.flatMap((other) => known.get(other) ?? [])
    if (facts.length > 0) block.rows.push(oneRow(facts))
  }
  block.source = provenance === undefined || block.rows.length === 0 ? null : saySource(provenance, voice, today)
  return block
}

/** The first value as it is, the others after their names. */
function oneRow(facts: readonly { label: string; value: Said }[]): FactRow {
  const [first, ...others] = facts
  return {
    label: first?.label ?? '',
    value: joined([first?.value ?? '', ...others.map(({ label, value }) => joined([startSmall(label), value], ': '))]),
  }
}
