import { describe, expect, test } from 'vitest'
import { NewSiteSchema } from './order-schema'

const key = 'b7c7f1f0-0000-4000-8000-000000000001'
const faultsOf = (schema: typeof NewSiteSchema, typed: object) =>
  schema.safeParse(typed).error?.issues.map(({ path, message }) => [path.join('.'), message]) ?? []

describe('a new site', () => {
  test.each<[object, string[][]]>([
    [{ key, townKey: 'balkhash', kind: 'land', name_ru: 'Участок' }, []],
    [{ key, townKey: 'balkhash', kind: 'land', name_ru: ' \u0000 ' }, [['name_kk', 'sites.error.name_missing']]],
    [
      { key, townKey: 'balkhash', kind: 'castle' },
      [
        ['kind', 'sites.error.kind_missing'],
        ['name_kk', 'sites.error.name_missing'],
      ],
    ],
    [{ key, kind: 'land', name_en: 'Plot' }, [['townKey', 'sites.error.town_missing']]],
    [{ key, townKey: 'balkhash', kind: 'land', name_kk: 'х'.repeat(201) }, [['name_kk', 'sites.error.name_too_long']]],
  ])('%j', (typed, faults) => {
    expect(faultsOf(NewSiteSchema, typed)).toEqual(faults)
  })

  test('has its name tidied', () => {
    const site = NewSiteSchema.parse({ key, townKey: 'balkhash', kind: 'land', name_ru: '  Участок\n №  4 ' })
    expect(site).toMatchObject({ name_kk: '', name_ru: 'Участок № 4', name_en: '' })
  })
})
