import type { Language } from '#app/domain/kernel/localized'
import { translator } from '#app/platform/i18n/i18n.server'
import { languages } from '#app/platform/i18n/language'
import type { TFunction } from 'i18next'
import { siteKinds } from '../choices'
import { importColumns, type ImportColumn } from './columns'
import { normalWord, type ImportWords, type TemplateWords } from './words'

/** A key that is put together at run time; the test of the template sees that every one leads to a text. */
const say = (t: TFunction, key: string) => t(key as 'sites.field.name')

let kept: ImportWords | undefined

/** What may stand in headings and cells, in the three languages. */
export function importWords(): ImportWords {
  kept ??= gatherWords()
  return kept
}

/** The words of the template and of exports in one language. */
export function templateWords(language: Language): TemplateWords {
  const known = templates.get(language) ?? makeTemplateWords(language)
  templates.set(language, known)
  return known
}

const templates = new Map<Language, TemplateWords>()

/** An export says a few hundred words ten thousand times: each is looked up once. */
function makeTemplateWords(language: Language): TemplateWords {
  const t = translator(language)
  const options = new Map<string, string>()
  const choiceOf = (words: string, option: string) => {
    const key = `${words}.${option}`
    const word = options.get(key) ?? say(t, key)
    options.set(key, word)
    return word
  }
  return {
    language,
    titleOf: (code) => {
      const column = importColumns.find((candidate) => candidate.code === code)
      return column === undefined ? code : titleOf(column, t)
    },
    choiceOf,
    kindOf: (kind) => say(t, `sites.kind.${kind}`),
  }
}

/** `Electricity · Free, kW`: what the value belongs to, what it is, in which unit and language. */
export function titleOf({ code, field, part }: ImportColumn, t: TFunction): string {
  if (field === null) return say(t, `imports.column.${code}`)
  const owner = ownerOf(field.name, t)
  const unit = field.type === 'number' && field.unit ? say(t, `ui.unit.${field.unit}`) : null
  const label =
    say(t, field.label) + (field.type === 'money' ? `, ${t('ui.unit.KZT')}` : unit === null ? '' : `, ${unit}`)
  return `${owner === null ? '' : `${owner} · `}${label}${part === null ? '' : ` (${part})`}`
}

/** Where a value is known from is said of something: its name alone would stand over many columns. */
const provenanceOwners: Readonly<Record<string, string>> = {
  'rights.provenance.ownership': 'sites.field.ownership',
  'rights.provenance.price': 'sites.field.price',
  'rights.provenance.idleSince': 'sites.field.idleSince',
  'rights.provenance.encumbrances': 'sites.field.encumbrances',
  'land.provenance': 'akimat.group.land',
  'transport.provenance.road': 'sites.field.roadSurface',
  'transport.provenance.rail': 'sites.field.railAccess',
  'environment.provenance': 'akimat.group.environment',
}

function ownerOf(name: string, t: TFunction): string | null {
  const [part, second = '', third] = name.split('.')
  const isProvenance = name.includes('provenance.')
  if (part === 'utilities') {
    const owner = say(t, `sites.utility.${second}`)
    return isProvenance || third === 'conditions'
      ? `${owner} · ${say(t, third === 'conditions' ? 'dossier.field.conditions' : 'imports.provenance')}`
      : owner
  }
  if (part === 'buildings') {
    const owner = t('imports.building', { number: Number(second) + 1 })
    return isProvenance ? `${owner} · ${t('imports.provenance')}` : owner
  }
  const key = provenanceOwners[name.slice(0, name.lastIndexOf('.'))]
  if (key !== undefined) return `${say(t, key)} · ${t('imports.provenance')}`
  return part === 'zone' ? t('akimat.group.zone') : null
}

function gatherWords(): ImportWords {
  const choices = new Map<string, Map<string, string>>()
  const titles = new Map<string, string>()
  const kinds = new Map<string, string>()
  const all = languages.map((language) => translator(language))
  for (const t of all) {
    for (const column of importColumns) {
      titles.set(normalWord(titleOf(column, t)), column.code)
      if (column.field !== null && 'options' in column.field) addChoices(choices, column.field, t)
    }
    for (const kind of siteKinds) kinds.set(normalWord(say(t, `sites.kind.${kind}`)), kind)
  }
  for (const kind of siteKinds) kinds.set(kind, kind)
  const wordsOf = (key: string, ...more: string[]) => new Set([...all.map((t) => normalWord(say(t, key))), ...more])
  return {
    ...{ choices, titles, kinds },
    noData: wordsOf('imports.word.no_data'),
    notApplicable: wordsOf('imports.word.not_applicable'),
    yes: wordsOf('imports.word.yes', 'yes', 'true', '1', '+', 'on'),
    no: wordsOf('imports.word.no', 'no', 'false', '0', '-'),
  }
}

function addChoices(
  choices: Map<string, Map<string, string>>,
  { words, options }: { words: string; options: readonly string[] },
  t: TFunction,
): void {
  const known = choices.get(words) ?? new Map<string, string>()
  choices.set(words, known)
  for (const option of options) known.set(normalWord(say(t, `${words}.${option}`)), option)
}
