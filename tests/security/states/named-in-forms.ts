import { randomUUID } from 'node:crypto'
import type { Persona } from '#tests/e2e/permissions/personas'
import type { OwnProduct } from '#tests/setup/own-product'
import { caseKey } from '#tests/security/states/case-states'

/** A form or an address that may be asked, with the id of something that the person may not. */
export type Naming = {
  name: string
  who: Persona
  /** Of nothing, in the same spelling. */
  unknown: string
  /** Finds what is somebody else's. */
  find: (product: OwnProduct) => Promise<string>
  path: (id: string) => string
  form?: (id: string) => Record<string, string>
}

const first = (text: string) => async (product: OwnProduct) => {
  const [row] = await product.ask<{ id: string }>(text)
  if (row === undefined) throw new Error(`Nothing is there: ${text}`)
  return row.id
}
const known = (id: string) => () => Promise.resolve(id)
const person = (email: string) => first(`SELECT id FROM "user" WHERE email = '${email}'`)

const words = 'Слова, которых здесь не должно быть'
const uuid = { unknown: randomUUID() }
const site = { unknown: 'BLQ-9999' }
const number = { unknown: '2026-99999' }
const at = (path: string) => () => path

/** A case of SPK Tobol, which its people may work on, and an inquiry of which somebody has the key. */
const ofTobol = at('/ru/spk/inquiries/2026-00008/1')
const ofInvestor = at(`/ru/inquiries/2026-00013?key=${caseKey}2026-00013`)
const otherVisit = first(`SELECT v.id FROM "Visit" v JOIN "InquiryPart" p ON p.id = v."partId"
  JOIN "Inquiry" i ON i.id = p."inquiryId" WHERE i.number = '2026-00010' LIMIT 1`)
const openRequest = first(`SELECT id FROM "AkimatRequest" WHERE state = 'open' LIMIT 1`)
const soon = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10)
const form = () => ({ form: randomUUID(), text: words })

export const namings: Naming[] = [
  // akimats
  ...(['otherEditor', 'otherHead', 'otherRegionHead'] as const).flatMap((who): Naming[] => [
    {
      ...{ name: 'a question about a site of another town is answered', who, ...site, find: known('BLQ-0007') },
      path: at('/ru/akimat/questions'),
      form: (id) => ({ intent: 'answer', number: id, field: 'land.largestPieceHa' }),
    },
    {
      ...{ name: 'a question to another akimat is declined', who, ...uuid },
      find: first(`SELECT id FROM "ValueQuestion" WHERE state = 'open' LIMIT 1`),
      path: at('/ru/akimat/questions'),
      form: (id) => ({ question: id, note: words }),
    },
    {
      ...{ name: 'a request to another akimat is answered', who, ...uuid, find: openRequest },
      path: at('/ru/akimat/inquiries'),
      form: (id) => ({ request: id, text: words }),
    },
  ]),
  {
    ...{ name: 'a photograph of another town joins an own site', who: 'editor', ...uuid },
    find: first(
      `SELECT f.id FROM "SiteFile" f JOIN "Site" s ON s.id = f."siteId" WHERE s."townKey" = 'ridder' LIMIT 1`,
    ),
    path: at('/ru/akimat/sites/BLQ-0063/files'),
    form: (id) => ({ list: 'photos', fileId: id }),
  },
  // bodies
  {
    ...{ name: 'a request of another body is withdrawn', who: 'otherOfficer', ...uuid, find: openRequest },
    path: at('/ru/spk/inquiries/2026-00008/1/akimat'),
    form: (id) => ({ intent: 'withdraw', request: id }),
  },
  {
    ...{ name: 'a draft is what an akimat is asked about', who: 'otherOfficer', ...site, find: known('BLQ-0063') },
    path: at('/ru/spk/inquiries/2026-00008/1/akimat'),
    form: (id) => ({ ...form(), about: id, dueOn: soon }),
  },
  ...['visit_cancel', 'visit'].map((intent): Naming => ({
    ...{ name: `${intent} of another body's visit`, who: 'otherOfficer', ...uuid, find: otherVisit, path: ofTobol },
    form: (id) => ({
      ...{ ...form(), intent, visit: id, time1: `${soon}T11:00`, minutes: '60', place: 'Проходная', contact: 'Ержан' },
    }),
  })),
  {
    ...{ name: 'a duplicate of the case of another body', who: 'otherOfficer', ...number, find: known('2026-00011') },
    ...{ path: ofTobol, form: (id) => ({ ...form(), intent: 'duplicate', of: id }) },
  },
  ...(['otherOfficer', 'otherSpkHead'] as const).map((who): Naming => ({
    ...{ name: 'a case of another body is assigned', who, unknown: '2026-99999/1/', find: known('2026-00011/1/') },
    path: at('/ru/spk/assign'),
    form: (id) => ({ ...form(), to: 'desk', case: id }),
  })),
  {
    ...{ name: 'a case is assigned to somebody of another body', who: 'otherSpkHead', ...uuid },
    ...{ find: person('officer@saryarka.demo'), path: at('/ru/spk/assign') },
    form: (id) => ({ ...form(), to: id, case: '2026-00008/1/' }),
  },
  {
    ...{ name: 'somebody of another body is marked absent', who: 'otherSpkHead', ...uuid },
    ...{ find: person('officer@saryarka.demo'), path: at('/ru/spk/head') },
    form: (id) => ({ form: randomUUID(), userId: id, firstDay: soon, lastDay: soon, reason: '', standInId: '' }),
  },
  {
    ...{ name: 'the absence of somebody of another body is taken back', who: 'otherSpkHead', ...uuid },
    find: async (product) => {
      const [row] = await product.ask<{ id: string }>(
        `INSERT INTO "OfficerAbsence" (id, "organizationId", "userId", "firstDay", "lastDay", "createdById", "submissionKey")
         SELECT gen_random_uuid(), m."organizationId", u.id, now() + interval '9 days', now() + interval '9 days', u.id, gen_random_uuid()::text
         FROM "user" u JOIN member m ON m."userId" = u.id WHERE u.email = 'officer@saryarka.demo' RETURNING id`,
      )
      return row?.id ?? ''
    },
    path: at('/ru/spk/head'),
    form: (id) => ({ intent: 'present', absence: id }),
  },
  // investors
  ...['visit_accept', 'visit_times'].map((intent): Naming => ({
    ...{ name: `${intent} of a visit of another inquiry`, who: 'visitor', ...uuid, find: otherVisit, path: ofInvestor },
    form: (id) => ({ ...form(), intent, part: '1', visit: id, time: '2027-01-11T06:00:00Z' }),
  })),
  ...['rhythm', 'remove_watch'].map((intent): Naming => ({
    ...{ name: `${intent} of a search that somebody else watches`, who: 'officer', ...uuid },
    ...{ find: first('SELECT id FROM "Watch" LIMIT 1'), path: at('/ru/favourites') },
    form: (id) => ({ intent, watch: id, rhythm: 'none' }),
  })),
  {
    ...{ name: 'a notice of somebody else is marked as read', who: 'investor', ...uuid },
    find: first(
      `SELECT n.id FROM "Notice" n JOIN "user" u ON u.id = n."userId" WHERE u.email LIKE '%saryarka.demo' LIMIT 1`,
    ),
    ...{ path: at('/ru/notices'), form: (id) => ({ intent: 'read', id }) },
  },
  {
    ...{ name: 'a session of somebody else is ended', who: 'investor', ...uuid },
    find: first(
      `SELECT s.id FROM session s JOIN "user" u ON u.id = s."userId" WHERE u.email = 'admin@demo.demo' LIMIT 1`,
    ),
    ...{ path: at('/ru/account/security'), form: (id) => ({ intent: 'end', id }) },
  },
  // a draft, named where public sites are
  ...[
    (id: string) => `/ru/inquiries/new?site=${id}`,
    (id: string) => `/ru/compare?site=BLQ-0042&site=${id}`,
    (id: string) => `/ru/sites?q=${id}`,
    (id: string) => `/ru/favourites?site=${id}`,
  ].map((path): Naming => ({
    name: `a draft is named at ${path('…')}`,
    who: 'visitor',
    ...site,
    find: known('BLQ-0063'),
    path,
  })),
  {
    ...{ name: 'a draft is kept as a favourite', who: 'visitor', ...site, find: known('BLQ-0063') },
    ...{ path: at('/ru/favourites/kept'), form: (id) => ({ intent: 'keep', number: id }) },
  },
  {
    ...{ name: 'an inquiry is sent about a draft', who: 'visitor', ...site, find: known('BLQ-0063') },
    path: (id) => `/ru/inquiries/new?site=${id}`,
    form: (id) => ({ ...form(), site: id, name: 'Ержан', email: 'a@example.kz', title: 'Цех металла', consent: 'on' }),
  },
]
