import { utilityKinds, type UtilityKind } from '#app/domain/kernel/quantity'
import type { DossierGroup } from '#app/domain/sites/choices'
import { entryOf, fieldNamed } from '#app/domain/sites/fields/field-named'
import { useLanguage } from '#app/platform/i18n/use-language'
import { useCallback } from 'react'

/** Words of a key that the catalogue of fields names: the types of `t` cannot know it. */
export function useCatalogueWords(): (key: string) => string {
  const { t } = useLanguage()
  return useCallback((key) => (t as (key: string) => string)(key), [t])
}

/** What a field of the dossier is called: `utilities.water.free` is "Water: free". */
export function useFieldLabel(): (name: string) => string {
  const { t } = useLanguage()
  const say = useCatalogueWords()
  const place = usePlaceLabel()
  return (name) => {
    if (name === 'photos') return t('sites.field.photos')
    if (name === 'papers') return t('editor.papers')
    if (name === 'parent') return t('editor.parent')
    if (name === 'rights.steps') return t('editor.steps.title')
    const field = fieldNamed(name)
    if (field === null) return name
    const where = place(name, field.group)
    const language = /\.(kk|ru|en)$/.exec(name)?.[1] as 'kk' | 'ru' | 'en' | undefined
    const what = language ? `${say(field.label)} ${t(`akimat.in_language.${language}`)}` : say(field.label)
    const whole = where === null ? what : `${where}: ${lower(what)}`
    return name.endsWith('.applies') ? t('editor.applies_of', { field: whole }) : whole
  }
}

/** The same for something that is missing; of several buildings any one may answer, so none is named. */
export function useGapLabel(): (gap: { field: string }) => string {
  const { t } = useLanguage()
  const label = useFieldLabel()
  const say = useCatalogueWords()
  return ({ field: name }) => {
    if (name.startsWith('zone.')) return t('akimat.group.zone')
    const field = fieldNamed(name)
    const isAnyLanguage = field?.type.startsWith('localized') && !/^identity\.name\./.test(name)
    return field !== null && (field.group === 'buildings' || isAnyLanguage) ? say(field.label) : label(name)
  }
}

/** What the field is a part of, where its own words would not say it. */
function usePlaceLabel(): (name: string, group: DossierGroup) => string | null {
  const { t, format } = useLanguage()
  return (name, group) => {
    const entry = entryOf(name)
    const number = entry && /^\d+$/.test(entry.entry) ? format.number(Number(entry.entry) + 1) : ''
    if (entry?.list === 'buildings') return t('akimat.building', { number })
    if (entry?.list === 'rights.steps') return t('editor.steps.step', { number })
    if (entry?.list === 'rights.encumbrances') return t('editor.encumbrances.one', { number })
    if (entry?.list === 'commitments') return t('editor.commitments.one')
    const [, second = ''] = name.split('.')
    if (group === 'utilities' && isUtility(second)) return t(`sites.utility.${second}`)
    const [, part = ''] = /^(?:rights|transport)\.provenance\.(\w+)/.exec(name) ?? []
    if (part !== '') return t(`editor.provenance_of.${part as ProvenancePart}`)
    return name.includes('.provenance.') ? t(`akimat.group.${group}`) : null
  }
}

type ProvenancePart = 'ownership' | 'price' | 'idleSince' | 'encumbrances' | 'road' | 'rail'

function isUtility(text: string): text is UtilityKind {
  return utilityKinds.some((kind) => kind === text)
}

/** Names of papers and codes keep their capitals. */
function lower(text: string): string {
  return /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1)
}
