import type { Person } from '#app/domain/accounts/model'
import { installJobs } from '#app/platform/jobs/jobs.server'
import { addAkimats, addOfficial, publishedSite, startSite } from '#tests/builders/akimats'
import { importOf, previewOf } from '#tests/builders/tables'
import { emptyTables, testDatabase } from '#tests/setup/database'
import { readXlsx } from 'hucre/xlsx'
import { beforeEach, describe, expect, test } from 'vitest'
import { saveDraft } from '../commands/save-draft.server'
import { importColumns } from '../import/columns'
import { exportOwnSites } from './own-sites.server'
import { writeTemplate } from './template.server'

const { db, url } = await testDatabase()
await installJobs(url)

let editor: Person
let head: Person
let stranger: Person

beforeEach(async () => {
  await emptyTables(db)
  await addAkimats(db)
  editor = await addOfficial(db, 'akimat-balkhash', 'akimat_editor')
  head = await addOfficial(db, 'akimat-balkhash', 'akimat_head')
  stranger = await addOfficial(db, 'akimat-temirtau', 'akimat_editor')
})

describe('what is exported', () => {
  test.each(['xlsx', 'csv'] as const)(
    'as %s changes nothing when it is imported again, in any language',
    async (format) => {
      await publishedSite(editor, head)
      const number = await startSite(editor, 'land')
      await saveDraft(editor, number, null, (dossier) => ({
        ...dossier,
        identity: {
          ...dossier.identity,
          name: { kk: '=1+1', ru: '+7', en: 'x;=1' },
          cadastralNumbers: ['09-108', '09-109'],
        },
        land: {
          ...dossier.land,
          plotHa: 0.1,
          slopePct: null,
          provenance: { source: 'survey', reference: '-5', asOf: '2024-02-29', validUntil: null },
        },
        rights: { ...dossier.rights, tenures: ['lease', 'ppp'], priceNegotiable: true, idleSince: '2020-01' },
        notApplicable: ['land.slopePct'],
      }))
      for (const language of ['kk', 'ru', 'en'] as const) {
        const { body, fileName } = await exportOwnSites(editor, language, format)
        expect(fileName).toMatch(new RegExp(`^alan-sites-\\d{4}-\\d\\d-\\d\\d\\.${format}$`))
        const bytes = new Uint8Array(await new Response(body).arrayBuffer())
        const page = await previewOf(editor, await importOf(editor, bytes), 'problems')
        expect(page.lines).toEqual([])
        expect(page.remarks).toEqual([])
        expect(page.counts).toMatchObject({ unchanged: 2, create: 0, update: 0, refused: 0, skip: 0 })
      }
    },
  )

  test('are the sites of the own territory only', async () => {
    await startSite(editor)
    const { body } = await exportOwnSites(stranger, 'ru', 'csv')
    expect(await new Response(body).text()).not.toContain('BLQ-')
  })

  test('calls its sheet a demonstration as long as one of the sites is', async () => {
    const demo = await startSite(editor)
    await startSite(editor)
    const nameOf = async () => {
      const { body, fileName } = await exportOwnSites(editor, 'kk', 'xlsx')
      const { sheets } = await readXlsx(new Uint8Array(await new Response(body).arrayBuffer()))
      return [sheets[0]?.name, fileName.includes('demo')]
    }
    await db.site.update({ where: { number: demo }, data: { isDemo: true } })
    expect(await nameOf()).toEqual(['Алаңдар (демо)', true])
    await db.site.update({ where: { number: demo }, data: { endedAt: new Date() } })
    expect(await nameOf()).toEqual(['Алаңдар', false])
  })

  test('and the template keep codes, short texts and months as they are typed', async () => {
    await startSite(editor)
    const { body } = await exportOwnSites(editor, 'ru', 'xlsx')
    const exported = new Uint8Array(await new Response(body).arrayBuffer())
    for (const bytes of [exported, await writeTemplate(editor, 'ru', false)]) {
      const { sheets } = await readXlsx(bytes, { readStyles: true })
      const formatOf = (code: string) => {
        const column = importColumns.findIndex((one) => one.code === code)
        return sheets[0]?.cells?.get(`2,${column}`)?.style?.numFmt ?? null
      }
      const codes = ['offeredFor.oked', 'identity.cadastralNumbers', 'buildings.0.columnGrid', 'rights.idleSince']
      expect(codes.map(formatOf)).toEqual(['@', '@', '@', '@'])
      expect(formatOf('land.plotHa')).toBeNull()
    }
  })

  test('as a template has no row that would be read as a site', async () => {
    for (const language of ['kk', 'ru', 'en'] as const) {
      const id = await importOf(editor, await writeTemplate(editor, language, false))
      expect((await previewOf(editor, id)).fault?.code).toBe('no_rows')
    }
  })
})
