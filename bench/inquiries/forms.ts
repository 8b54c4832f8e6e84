import type { Db } from '#app/platform/db/client.server'
import { createRandom } from '#seeds/builders/random'
import { randomUUID } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { Posting } from './send'

/** Inquiries of one client: below the limit of an hour. */
const perClient = 15
/** A form that is younger counts as sent by a machine. */
const formAgeMs = 2_500

type OpenedForm = { site: string; opened: string }

/** Forms of published sites of several towns, each page opened once, as old as the product wants them. */
export async function openForms(db: Db, base: string): Promise<OpenedForm[]> {
  const sites = await db.site.findMany({
    where: { status: 'published', publishedVersionId: { not: null } },
    select: { number: true },
    distinct: ['townKey'],
    orderBy: { number: 'asc' },
  })
  const forms: OpenedForm[] = []
  for (const { number } of sites) {
    const page = await (await fetch(`${base}/ru/inquiries/new?site=${number}`)).text()
    const opened = /<input[^>]*name="opened"[^>]*value="([^"]+)"/.exec(page)?.[1]
    if (opened === undefined) throw new Error(`No form for ${number}`)
    forms.push({ site: number, opened })
  }
  await setTimeout(formAgeMs)
  return forms
}

/**
 * What that many people type: each with an own address, form key and words, from networks of which none sends more than
 * it may. The page of a form is opened once per site and not by everybody.
 */
export function fillForms(forms: readonly OpenedForm[], count: number): Posting[] {
  const random = createRandom('inquiries')
  return Array.from({ length: count }, (_, index) => {
    const { site, opened } = random.pick([...forms])
    const body = new URLSearchParams({
      ...{ form: randomUUID(), opened, site, website: '' },
      ...{ title: `Переработка шерсти ${index}`, text: words(random, index), sector: 'manufacturing' },
      ...{ name: 'Ержан Сатпаев', email: `investor-${index}@bench.example.kz`, organization: 'ТОО «Бетпак»' },
      ...{ bin: '', phone: '+7 701 123 45 67', country: '', consent: 'on' },
    })
    return { path: `/ru/inquiries/new?site=${site}`, body: body.toString(), client: clientOf(index) }
  })
}

/** The buttons of the confirmation letters in the outbox, of the people from that one on. */
export async function readLinks(db: Db, first: number): Promise<Posting[]> {
  const letters = await db.outboxMessage.findMany({
    where: { template: 'inquiry_confirm', toAddress: { endsWith: '@bench.example.kz' } },
    select: { text: true, toAddress: true },
    orderBy: { id: 'asc' },
  })
  const wanted = letters.filter(({ toAddress }) => Number(/-(\d+)@/.exec(toAddress)?.[1]) >= first)
  return wanted.map(({ text }, index) => {
    const path = /\/ru\/inquiries\/confirm\?token=[\w-]+/.exec(text)?.[0]
    if (path === undefined) throw new Error('A letter without its link')
    return { path, body: '', client: clientOf(index) }
  })
}

function words(random: ReturnType<typeof createRandom>, index: number): string {
  return `Нужны цех ${random.whole(400, 9000)} м² и ${random.whole(50, 4000)} кВт, рабочих мест ${random.whole(5, 300)}. Заявка ${index}.`
}

function clientOf(index: number): string {
  const client = Math.floor(index / perClient)
  return `10.${(client >> 16) & 255}.${(client >> 8) & 255}.${client & 255}`
}
