/** As whom the scanners come, where they begin, and how many seconds each part may take. */
export type Persona = {
  name: string
  /** null: a visitor. */
  email: string | null
  starts: string[]
  sqlSeconds: number
  crawlSeconds: number
  /** For each module of wapiti. */
  attackSeconds: number
}

const signedIn = { sqlSeconds: 300, crawlSeconds: 60, attackSeconds: 30 }

export const personas: readonly Persona[] = [
  {
    name: 'visitor',
    email: null,
    starts: ['/ru', '/ru/sites', '/ru/inquiries/new?site=BLQ-0042'],
    ...{ sqlSeconds: 900, crawlSeconds: 60, attackSeconds: 30 },
  },
  { name: 'investor', email: 'investor@company.demo', starts: ['/ru/account/inquiries'], ...signedIn },
  { name: 'officer', email: 'officer@saryarka.demo', starts: ['/ru/spk'], ...signedIn },
  {
    name: 'admin',
    email: 'admin@demo.demo',
    starts: ['/ru/admin', '/ru/admin/audit', '/ru/admin/outbox'],
    ...signedIn,
  },
]
