import { signSessionToken } from '#app/domain/accounts/session.server'
import type { PlatformRole } from '#app/domain/accounts/model'
import { sessionCookieName } from '#app/domain/accounts/auth.server'
import { seal } from '#app/domain/ledger/seal.server'
import { verifyLedger } from '#app/domain/ledger/verify.server'
import { inTransaction } from '#app/platform/db/client.server'
import { parseEnv } from '#app/platform/env/parse-env'
import { requestContext } from '#app/platform/http/request-context.server'
import { createApp } from '#app/server/create-app'
import { listen } from '#app/server/listen'
import { LoadLimit } from '#app/server/load-limit'
import { addPerson, addSession } from '#tests/builders/people'
import { listRoutes } from '#tests/e2e/permissions/route-list'
import { testDatabase } from '#tests/setup/database'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { request, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { pino } from 'pino'
import { afterAll, describe, expect, it } from 'vitest'

const { db } = await testDatabase()
const verdict = parseEnv({})
if (!verdict.ok) throw new Error(verdict.problems.join())

/** A server whose every page writes and says whether that worked. */
const app = createApp({
  env: verdict.env,
  log: pino({ level: 'silent' }),
  clientDir: null,
  load: new LoadLimit(),
  forAll: null,
  pages: (_req, res, next) => {
    db.counter
      .upsert({ where: { key: 'written' }, create: { key: 'written', last: 1 }, update: { last: { increment: 1 } } })
      .then(
        () => res.send('written'),
        () => res.send('refused'),
      )
      .catch(next)
  },
})
const { address, stop } = await listen({ host: '127.0.0.1', port: 0 }, app)
afterAll(() => stop(100))

async function sessionOf(platformRole: PlatformRole | null) {
  const person = await addPerson(db, platformRole === null ? {} : { platformRole })
  const cookie = `${sessionCookieName()}=${signSessionToken(await addSession(db, person.id))}`
  // As it is written: `fetch` would follow the dots of a path by itself.
  const ask = async (path: string, method = 'GET') => {
    const { hostname, port, origin } = new URL(address)
    const sent = request({ hostname, port, path, method, headers: { cookie, origin } }).end()
    const [answer] = (await once(sent, 'response')) as [IncomingMessage]
    const body = await text(answer)
    return answer.statusCode === 200 ? body : answer.statusCode
  }
  return { person, ask }
}

const forms = listRoutes().filter(({ file }) =>
  /export (async function|const) action\b/.test(readFileSync(`app/${file}`, 'utf8')),
)
const isOwn = (pattern: string) =>
  /^\/:lang\/(sign-(in|out)|reset-password|preferences|notices|account(?!\/inquiries))/.test(pattern)
const addressOf = (pattern: string) => pattern.replace(':lang', 'kk').replace(/:\w+|\*/g, 'x')

describe('an auditor', () => {
  it('sends no form of the product but those of the own account', async () => {
    const { ask } = await sessionOf('auditor')
    const answers = new Map<string, unknown>()
    for (const { pattern } of forms) answers.set(pattern, await ask(addressOf(pattern), 'POST'))
    expect(answers.size).toBeGreaterThan(40)
    // A question, not a form: it is heard, and can write nothing.
    expect(answers.get('/api/match')).toBe('refused')
    answers.delete('/api/match')
    const heard = [...answers].filter(([, answer]) => answer !== 404)
    expect(heard.every(([, answer]) => answer === 'written')).toBe(true)
    expect(heard.map(([pattern]) => pattern).sort()).toEqual(
      forms
        .map(({ pattern }) => pattern)
        .filter(isOwn)
        .sort(),
    )
  })

  it.each(['/ru/account/../favourites/kept', '/ru/account/%2e%2e/favourites/kept', '/ru/account/%69nquiries'])(
    'comes no way round by the path %s',
    async (path) => {
      const { ask } = await sessionOf('auditor')
      expect(await ask(path, 'POST')).toBe(404)
    },
  )

  it('changes nothing by opening a page either, and an administrator may', async () => {
    const paths = ['/kk', '/ru/admin/outbox', '/ru/account/inquiries', '/api/sites']
    const { ask } = await sessionOf('auditor')
    for (const path of paths) expect(await ask(path)).toBe('refused')
    expect(await ask('/ru/account/security')).toBe('written')
    const admin = await sessionOf('admin')
    for (const path of paths) expect(await admin.ask(path)).toBe('written')
  })
})

it('the database refuses every write of a context that only reads, alone and in a transaction', async () => {
  const tables = await db.$queryRaw<{ name: string }[]>`
    SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'pgboss')`
  expect(tables.length).toBeGreaterThan(50)
  await requestContext.run({ requestId: 'r', isReadOnly: true }, async () => {
    for (const { name } of tables) {
      const deletion = `DELETE FROM ${name} WHERE false`
      await expect(db.$executeRawUnsafe(deletion)).rejects.toThrow('read-only transaction')
      await expect(inTransaction(db, (tx) => tx.$executeRawUnsafe(deletion))).rejects.toThrow('read-only transaction')
    }
    for (const statement of ['TRUNCATE "Change"', 'CREATE TABLE "x" ()', `SELECT nextval('"Change_id_seq"')`]) {
      await expect(db.$executeRawUnsafe(statement)).rejects.toThrow('read-only transaction')
    }
    await expect(db.$queryRaw`SELECT 1 AS one`).resolves.toEqual([{ one: 1 }])
  })
})

describe('what is looked at', () => {
  it('stands in the chain under the name of the administrator or auditor, once for a page that loads itself again', async () => {
    const { person, ask } = await sessionOf('admin')
    const auditor = await sessionOf('auditor')
    for (const path of ['/ru/admin/outbox?status=sent', '/ru/admin/outbox.data?status=sent&_routes=x', '/ru/sites'])
      await ask(path)
    for (const path of ['/ru/Admin/audit', '/ru/%61dmin/erasures', '/ru/x/../admin/settings/jobs.data']) await ask(path)
    await ask('/ru/admin/organizations/akimat-abai', 'POST')
    await auditor.ask('/kk/spk/inquiries/2026-00001/1')
    await (await sessionOf(null)).ask('/ru/spk')
    const views = await db.ledgerEntry.findMany({
      where: { operation: 'view', actor: { in: [person.id, auditor.person.id].map((id) => `person:${id}`) } },
      orderBy: { id: 'asc' },
    })
    expect(views.map(({ actor, tableName, rowKey }) => ({ actor, tableName, rowKey }))).toEqual([
      ...[
        '/ru/admin/outbox?status=sent',
        ...['/ru/Admin/audit', '/ru/admin/erasures', '/ru/admin/settings/jobs', '/ru/admin/organizations/akimat-abai'],
      ].map((rowKey) => ({ actor: `person:${person.id}`, tableName: 'page', rowKey })),
      { actor: `person:${auditor.person.id}`, tableName: 'page', rowKey: '/kk/spk/inquiries/2026-00001/1' },
    ])
    for (const { requestId, address: from } of views)
      expect([requestId, from]).toEqual([expect.any(String), expect.stringMatching(/127\.0\.0\.1$/)])
    while ((await seal(db)) > 0);
    expect(await verifyLedger(db)).toMatchObject({ broken: null })
    await expect(db.ledgerEntry.deleteMany({ where: { operation: 'view' } })).rejects.toThrow('append-only')
  })
})
