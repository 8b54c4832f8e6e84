import { visitor } from '#app/domain/accounts/model'
import { changeTemplate, saveTemplate } from '#app/domain/inquiries/templates/commands/change-template.server'
import { listKeptTemplates, listTemplates, readTemplate } from '#app/domain/inquiries/templates/queries.server'
import type { TemplateForm } from '#app/domain/inquiries/templates/schema'
import { loadReference } from '#seeds/reference/load-reference'
import { addOfficial, codeOf, monday } from '#tests/builders/inquiry-world'
import { addPerson, signedIn } from '#tests/builders/people'
import { emptyTables, testDatabase } from '#tests/setup/database'
import { beforeEach, describe, expect, it } from 'vitest'

const { db } = await testDatabase()

beforeEach(async () => {
  await emptyTables(db)
  await loadReference(db, monday)
})

const admin = async (platformRole: 'admin' | 'auditor' = 'admin') =>
  signedIn(db, (await addPerson(db, { platformRole })).id)

const form = (changes: Partial<TemplateForm> = {}): TemplateForm => ({
  ...{ version: 1, title_kk: 'Сәлем', title_ru: 'Привет', title_en: 'Hello' },
  ...{ body_kk: '{{number}} қ', body_ru: '{{number}} р', body_en: '{{number}} e' },
  ...{ states: ['visit'], position: 5, note: '' },
  ...changes,
})

describe('templates that come with the product', () => {
  it('are offered by state and language to those who answer, and to nobody else', async () => {
    const officer = await addOfficial(db, 'spk-saryarka', 'spk_officer')
    const offered = await listTemplates(officer, 'routed', 'kk')
    expect(offered.map(({ key }) => key)).toEqual(['acknowledge', 'site_taken', 'redirect_notice', 'deficient'])
    expect(offered[0]?.title).toBe('Өтініш алынды, мәлімет сұрау')
    expect(await listTemplates(visitor, 'routed', 'kk')).toEqual([])
    await expect(listKeptTemplates(officer)).rejects.toMatchObject({ status: 404 })
    await expect(readTemplate(officer, 'acknowledge')).rejects.toMatchObject({ status: 404 })
  })

  it('stay as admins changed them when the product starts again', async () => {
    await saveTemplate(await admin(), 'acknowledge', form())
    await db.seedRun.deleteMany()
    await loadReference(db, new Date())
    expect(await readTemplate(await admin(), 'acknowledge')).toMatchObject([{ version: 2 }, { version: 1 }])
  })
})

describe('changing a template', () => {
  it('saves versions, retires, and goes back to an earlier one', async () => {
    const actor = await admin()
    const officer = await addOfficial(db, 'spk-saryarka', 'spk_officer')
    expect(await saveTemplate(actor, 'closing', form())).toEqual({ ok: true, value: { version: 2 } })
    expect((await listTemplates(officer, 'visit', 'ru'))[0]).toEqual({
      key: 'closing',
      title: 'Привет',
      body: '{{number}} р',
    })
    await changeTemplate(actor, 'closing', { intent: 'retire', version: 2 })
    expect((await listTemplates(officer, 'visit', 'ru')).map(({ key }) => key)).not.toContain('closing')
    await changeTemplate(actor, 'closing', { intent: 'offer', version: 3 })
    await changeTemplate(actor, 'closing', { intent: 'restore', version: 4, earlier: 1 })
    const [newest, , , , first] = await readTemplate(actor, 'closing')
    expect(newest).toMatchObject({ version: 5, title: first?.title, body: first?.body, by: actor.name })
  })

  it('makes a new one, once per form', async () => {
    const actor = await admin()
    const key = 'own-1'
    expect(await saveTemplate(actor, key, form({ version: 0 }))).toMatchObject({ ok: true })
    expect(await saveTemplate(actor, key, form({ version: 0 }))).toMatchObject({ ok: true })
    expect(await readTemplate(actor, key)).toHaveLength(1)
  })

  it('refuses to write over the work of somebody else, also at the same moment', async () => {
    const [actor, other] = [await admin(), await admin()]
    const codes = await Promise.all([
      saveTemplate(actor, 'closing', form()).then(codeOf),
      saveTemplate(other, 'closing', form({ title_ru: 'Иначе' })).then(codeOf),
    ])
    expect(codes.sort()).toEqual([null, 'conflict'].sort())
    expect(codeOf(await changeTemplate(actor, 'closing', { intent: 'retire', version: 1 }))).toBe('conflict')
    expect(await readTemplate(actor, 'closing')).toHaveLength(2)
  })

  it('is for admins: an auditor reads, others find nothing', async () => {
    const auditor = await admin('auditor')
    expect(await readTemplate(auditor, 'closing')).toHaveLength(1)
    await expect(saveTemplate(auditor, 'closing', form())).rejects.toMatchObject({ status: 404 })
    const order = { intent: 'retire', version: 1 } as const
    await expect(changeTemplate(visitor, 'closing', order)).rejects.toMatchObject({ status: 404 })
    await expect(changeTemplate(await admin(), 'nothing', order)).rejects.toMatchObject({ status: 404 })
  })
})
