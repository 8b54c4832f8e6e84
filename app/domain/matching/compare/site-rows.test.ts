import { readAskedNumbers } from '#app/domain/matching/compare/asked-numbers'
import { mostAsked } from '#app/domain/matching/compare/model'
import { siteRows, type ComparedSite } from '#app/domain/matching/compare/site-rows'
import { emptyDossier, unknownUtility } from '#app/domain/sites/empty-dossier'
import type { Dossier } from '#app/domain/sites/model'
import { makeVoice, plain } from '#app/domain/sites/passport/said'
import { translator } from '#app/platform/i18n/i18n.server'
import { languages } from '#app/platform/i18n/language'
import { fullDossier } from '#tests/builders/full-dossier'
import { passportNow, publicSite } from '#tests/builders/passport-source'
import { describe, expect, it } from 'vitest'

const told = { voice: makeVoice('ru', translator('ru')), now: passportNow, today: '2026-11-22' }
const compared = (dossier: Dossier): ComparedSite => ({
  ...{ site: publicSite(dossier), place: 'Балхаш', zone: 'undetermined' },
})

function rowOf(sites: ComparedSite[], key: string) {
  const row = siteRows(sites, told)
    .flatMap(({ rows }) => rows)
    .find((candidate) => candidate.key === key)
  return row && [...row.cells.map((cell) => cell && plain(cell).replaceAll('\u00a0', ' ')), row.isDifferent]
}

function withPower(changes: Partial<Dossier['utilities']['electricity']>): ComparedSite {
  const dossier = emptyDossier('building')
  const electricity = { ...unknownUtility(), ...changes }
  return compared({ ...dossier, utilities: { ...dossier.utilities, electricity } })
}

describe('sites side by side', () => {
  it('shows what is free, what is absent and what nobody has said as three things', () => {
    const sites = [
      withPower({ presence: 'connected', free: 630, installed: 1000 }),
      withPower({ presence: 'none' }),
      withPower({ presence: 'connected' }),
      withPower({}),
    ]
    expect(rowOf(sites, 'electricity')).toEqual([
      '630 кВт свободно из 1 000 кВт',
      'нет',
      'подключено, нет данных',
      null,
      true,
    ])
  })

  it('marks nothing where all say the same, nor for one alone', () => {
    const one = compared(fullDossier())
    for (const sites of [[one], [one, one], [one, one, one, one]]) {
      expect(siteRows(sites, told).flatMap(({ rows }) => rows.filter(({ isDifferent }) => isDifferent))).toEqual([])
    }
  })

  it('marks what only one of them says, and leaves out what none says', () => {
    const empty = compared(emptyDossier('building'))
    const full = compared(fullDossier())
    expect(rowOf([full, empty], 'land.plotHa')?.slice(1)).toEqual([null, true])
    expect(rowOf([empty, empty], 'land.plotHa')).toBeUndefined()
  })

  it('has the same rows whatever the order of the sites', () => {
    const sites = [compared(emptyDossier('building')), compared(fullDossier())]
    const keys = (shown: ComparedSite[]) => siteRows(shown, told).flatMap(({ rows }) => rows.map(({ key }) => key))
    expect(keys(sites)).toEqual(keys(sites.toReversed()))
  })

  it.each(languages)('tells nothing internal in %s', (lang) => {
    const dossier = fullDossier()
    const text = JSON.stringify(siteRows([compared(dossier)], { ...told, voice: makeVoice(lang, translator(lang)) }))
    expect(dossier.rights.owner).not.toBe('')
    expect(text).not.toContain(dossier.rights.owner)
    expect(text).not.toContain(dossier.responsible.name)
  })
})

describe('the numbers of an address', () => {
  it.each([
    ['site=BLQ-0042&site=blq-0042 &site=TMT-0031', ['BLQ-0042', 'TMT-0031'], []],
    ['site=&site=abc&site=BLQ-0042', ['BLQ-0042'], ['ABC']],
    [`site=${'x'.repeat(500)}`, [], ['X'.repeat(20)]],
    ['', [], []],
  ])('%s', (query, numbers, unreadable) => {
    expect(readAskedNumbers(new URLSearchParams(query))).toEqual({ numbers, unreadable })
  })

  it('are looked up for a few only, however many there are', () => {
    const many = Array.from({ length: 9_000 }, (_, index) => ['site', `BLQ-${String(index + 1).padStart(4, '0')}`])
    expect(readAskedNumbers(new URLSearchParams(many)).numbers).toHaveLength(mostAsked)
  })
})
