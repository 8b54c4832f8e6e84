import type { DossierGroup } from '#app/domain/sites/choices'
import { fieldsOf } from '#app/domain/sites/fields/catalogue'
import { valueAt } from '#app/domain/sites/fields/value-at'
import type { Dossier, Provenance } from '#app/domain/sites/model'
import { plain } from '#app/domain/sites/passport/said'
import { sayField, saySource as sourceInWords } from '#app/domain/sites/passport/say-field'
import type { PaperFact } from './blocks'
import type { Print } from './print'

type Asked = { group: DossierGroup; under?: string; without?: readonly string[] }

/**
 * The public values of a group in the order of its form, sources left out. `under`: only those below that path;
 * `without`: beginnings of names that are shown elsewhere.
 */
export function factsOf(dossier: Dossier, { group, under = '', without = [] }: Asked, print: Print): PaperFact[] {
  return fieldsOf(group, dossier)
    .filter(({ name, isInternal }) => !isInternal && name.startsWith(under) && !name.includes('provenance.'))
    .filter(({ name }) => !without.some((start) => name.startsWith(start)))
    .map((field) => {
      const label = print.word(field.label)
      if (dossier.notApplicable.includes(field.name)) {
        return { label, value: print.t('ui.state.not_applicable') }
      }
      const said = sayField(field, valueAt(dossier, field.name), print.voice)
      return said === null
        ? { label, value: print.t('ui.state.unknown'), isUnknown: true }
        : { label, value: plain(said) }
    })
}

/** Only what is known, on one line: `Walls: brick · Cranes: yes`. */
export function sayKnown(facts: readonly PaperFact[]): string {
  return facts
    .filter(({ isUnknown }) => !isUnknown)
    .map(({ label, value }) => `${label}: ${value}`)
    .join(' · ')
}

/** Where a value comes from, in one line; null when nobody said. */
export function saySource(provenance: Provenance, { voice, today }: Print): string | null {
  const source = sourceInWords(provenance, voice, today)
  return source && plain(source.text)
}
