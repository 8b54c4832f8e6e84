import { toLocalDate } from '#app/domain/kernel/local-date'
import type { SheetCell } from '#app/platform/sheets/model'
import { anyDossier, formDay, formIncentives } from '#tests/builders/dossiers'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { siteKinds } from '../choices'
import { emptyDossier } from '../empty-dossier'
import { buildDossier } from '../import/build-dossier'
import { importColumns } from '../import/columns'
import { importWords, templateWords } from '../import/import-words.server'
import { readOwnRow } from '../import/own-layout'
import { normalWord } from '../import/words'
import type { Dossier } from '../model'
import { cellOf, type CellValue } from './cell-values'

const context = { today: toLocalDate(formDay), incentives: formIncentives }
const headings = importColumns.map(({ code }, index) => ({ index, code, text: code }))
const answers = {
  kk: { yes: 'иә', no: 'жоқ', notApplicable: 'қолданылмайды' },
  ru: { yes: 'да', no: 'нет', notApplicable: 'не применимо' },
  en: { yes: 'yes', no: 'no', notApplicable: 'not applicable' },
}

/** As the reader of workbooks gives back what was written: blank cells are none. */
function cellFrom(value: CellValue): SheetCell | null {
  if (value === null) return null
  if (typeof value === 'number') return { kind: 'number', number: value }
  if (typeof value === 'boolean') return { kind: 'boolean', boolean: value }
  if (value instanceof Date) return { kind: 'date', date: value.toISOString().slice(0, 10) }
  return value.trim() === '' ? null : { kind: 'text', text: value }
}

function exportedAndRead(dossier: Dossier, base: Dossier, language: 'kk' | 'ru' | 'en') {
  const words = templateWords(language)
  const cells = importColumns.map((column) => cellFrom(cellOf(column, dossier, words, answers[language])))
  const row = readOwnRow({ number: 3, cells }, headings, importWords())
  return { problems: row.problems, ...buildDossier(base, 'building', row.fields, context) }
}

describe.each(['kk', 'ru', 'en'] as const)('any dossier in %s', (language) => {
  test('exported and imported again is the same', () => {
    fc.assert(
      fc.property(anyDossier, (dossier) => {
        const read = exportedAndRead(dossier, dossier, language)
        expect(read).toEqual({ problems: [], dossier, faults: {}, ruledOut: [] })
      }),
      { numRuns: 60 },
    )
  })
})

describe('the words of the columns', () => {
  const languages = ['kk', 'ru', 'en'] as const

  test.each(languages)('name every column in %s, each by a name of its own', (language) => {
    const { titleOf } = templateWords(language)
    const titles = importColumns.map(({ code }) => normalWord(titleOf(code)))
    expect(titles.filter((title) => /(^|[ ·])[a-z_]+\.[a-z_.]+/i.test(title))).toEqual([])
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([])
  })

  test('mean one code of their options, whatever the language', () => {
    const clashes = importColumns.flatMap(({ code, field }) => {
      if (field === null || !('options' in field)) return []
      return languages.flatMap((language) =>
        field.options
          .filter(
            (option) =>
              importWords()
                .choices.get(field.words)
                ?.get(normalWord(templateWords(language).choiceOf(field.words, option))) !== option,
          )
          .map((option) => `${code} ${language} ${option}`),
      )
    })
    expect(clashes).toEqual([])
  })

  test.each(siteKinds)('leave a new %s empty when no cell says anything', (kind) => {
    const read = exportedAndRead(emptyDossier(kind), emptyDossier(kind), 'kk')
    expect(read).toEqual({ problems: [], dossier: emptyDossier(kind), faults: {}, ruledOut: [] })
  })
})
