import { randomUUID } from 'node:crypto'
import type { APIRequestContext } from 'playwright/test'
import sharp from 'sharp'
import { startDraft } from '#tests/e2e/drafts'
import { newAddress } from '#tests/e2e/product-test'
import type { Objects } from '#tests/e2e/permissions/rows'
import type { Persona } from '#tests/e2e/permissions/personas'

/** Finds objects of the demo on the pages of those who may see them; makes those that other tests could change meanwhile. */
export async function findObjects(sessions: ReadonlyMap<Persona, APIRequestContext>): Promise<Objects> {
  const editor = sessions.get('editor')
  if (!editor) throw new Error('No editor to make a draft')
  const find = async (persona: Persona, path: string, link: RegExp) => {
    const answer = await sessions.get(persona)?.get(path)
    const found = link.exec((await answer?.text()) ?? '')?.[1]
    if (!found) throw new Error(`${path} shows ${persona} nothing like ${link}`)
    return found
  }
  // A letter to look at: an invitation.
  const invitation = { name: 'Ерлан', email: newAddress('invited'), role: 'spk_officer', locale: 'ru' }
  await sessions.get('admin')?.post('/ru/admin/organizations/spk-saryarka', {
    form: invitation,
    headers: { origin: process.env.E2E_URL ?? '' },
  })
  return {
    draft: await startDraft(editor),
    casePath: await find('officer', '/ru/spk', /\/ru\/spk\/inquiries\/(\d{4}-\d{5}\/\d+)/),
    visitId: await find('officer', '/ru/spk/visits', /\/ru\/spk\/visits\/([0-9a-f-]{36})\/visit\.ics/),
    messageId: await find('admin', '/ru/admin/outbox', /\/ru\/admin\/outbox\/([0-9a-f-]{36})/),
    fileId: await find('visitor', '/api/sites/BLQ-0042', /\/files\/([0-9a-f-]{36})\//),
  }
}

/** A case by its number and part, and the body that has it. */
export type FoundCase = { path: string; body: 'saryarka' | 'tobol' | 'another' }

/** All cases of the demo data, open and closed, as the desks list them. */
export async function findCases(sessions: ReadonlyMap<Persona, APIRequestContext>): Promise<FoundCase[]> {
  const list = async (persona: Persona) => {
    const pages = ['desk', 'closed'].map((view) => sessions.get(persona)?.get(`/ru/spk?view=${view}`))
    const texts = await Promise.all(pages.map(async (page) => (await page)?.text()))
    return [
      ...new Set(
        [...texts.join('').matchAll(/\/ru\/spk\/inquiries\/(\d{4}-\d{5}\/\d+)/g)].map(([, path = '']) => path),
      ),
    ]
  }
  const saryarka = await list('spkHead')
  const tobol = await list('otherSpkHead')
  const known = new Set([...saryarka, ...tobol])
  return [
    ...saryarka.map((path): FoundCase => ({ path, body: 'saryarka' })),
    ...tobol.map((path): FoundCase => ({ path, body: 'tobol' })),
    ...(await list('auditor')).filter((path) => !known.has(path)).map((path): FoundCase => ({ path, body: 'another' })),
  ]
}

/** An object with its id, the addresses that show it, and to whom they are open. */
export type MadeObject = {
  id: string
  /** An id of the same shape that nothing has. */
  missing: string
  paths: string[]
  openTo: Persona[]
  forms?: { path: string; form: Record<string, string> }[]
}

const uuid = /[0-9a-f]{8}-[0-9a-f-]{27}/

/** Makes what only some may open: briefs, an import, files of a draft; and takes a letter and a visit of the demo. */
export async function makeObjects(sessions: ReadonlyMap<Persona, APIRequestContext>): Promise<MadeObject[]> {
  const of = (persona: Persona) => {
    const session = sessions.get(persona)
    if (!session) throw new Error(`No session of ${persona}`)
    return session
  }
  const { draft, messageId, visitId } = await findObjects(sessions)
  const missing = randomUUID()
  const object = (id: string, openTo: Persona[], paths: string[], forms?: MadeObject['forms']): MadeObject => ({
    ...{ id, missing, openTo, paths: paths.map((path) => path.replace('*', id)) },
    forms: forms?.map(({ path, form }) => ({ path: path.replace('*', id), form })),
  })
  const own = await saveBrief(of('investor'))
  const deleted = await saveBrief(of('investor'))
  await of('investor').post(`/ru/briefs/${deleted}`, { form: { intent: 'delete' }, headers: origin() })
  const territory: Persona[] = ['editor', 'head', 'regionHead', 'auditor', 'admin']
  const changes = ['delete', 'restore'].map((intent) => ({ path: '/ru/briefs/*', form: { intent } }))
  const imported = await sendImport(of('editor'))
  const steps = ['cancel', 'choose', 'confirm', 'retry', 'submit'].map((intent) => ({
    path: '/ru/akimat/import/*',
    form: { intent },
  }))
  return [
    object(own, ['investor'], ['/ru/briefs/*', '/ru/briefs/*/brief.pdf', '/ru/briefs/*.data'], changes),
    object(deleted, ['investor'], ['/ru/briefs/*'], changes),
    object(await saveBrief(of('visitor')), [], ['/ru/briefs/*', '/ru/briefs/*/brief.pdf'], changes),
    object(imported, ['editor'], ['/ru/akimat/import/*'], steps),
    object(await sendFile(of('editor'), draft, 'photos'), territory, ['/files/*/480']),
    object(await sendFile(of('editor'), draft, 'papers'), territory, ['/files/*']),
    object(messageId, ['admin'], ['/ru/admin/outbox/*'], [{ path: '/ru/admin/outbox/*', form: { intent: 'bounced' } }]),
    object(visitId, ['officer', 'spkHead', 'auditor'], ['/ru/spk/visits/*/visit.ics']),
  ]
}

const origin = () => ({ origin: process.env.E2E_URL ?? '' })

async function saveBrief(session: APIRequestContext): Promise<string> {
  const answer = await session.post('/ru/briefs/new', {
    form: { power_min: '400' },
    headers: origin(),
    maxRedirects: 0,
  })
  return idIn(answer.headers().location, answer.status())
}

async function sendImport(editor: APIRequestContext): Promise<string> {
  const file = { name: 'sites.csv', mimeType: 'text/csv', buffer: Buffer.from('number;kind\n;building\n') }
  const multipart = { file, language: 'ru' }
  const answer = await editor.post('/ru/akimat/import', { multipart, headers: origin(), maxRedirects: 0 })
  return idIn(answer.headers().location, answer.status())
}

async function sendFile(editor: APIRequestContext, draft: string, list: 'photos' | 'papers'): Promise<string> {
  const picture = { name: 'a.png', mimeType: 'image/png', buffer: await makePicture() }
  const paper = { name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from(paperText) }
  const multipart = { [list]: list === 'photos' ? picture : paper }
  const answer = await editor.post(`/ru/akimat/sites/${draft}/files?list=${list}`, { multipart, headers: origin() })
  return idIn(await answer.text(), answer.status())
}

const paperText = '%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n'

/** One that is as wide as the smallest variant. */
function makePicture(): Promise<Buffer> {
  return sharp({ create: { width: 480, height: 320, channels: 3, background: '#446688' } })
    .png()
    .toBuffer()
}

function idIn(text: string | undefined, status: number): string {
  const id = uuid.exec(text ?? '')?.[0]
  if (!id) throw new Error(`Nothing was made: ${status} ${text}`)
  return id
}
