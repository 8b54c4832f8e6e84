import pg from 'pg'
import { LivePage } from './live'
import type { Place } from './place'
import { countFailed, spread, type Result } from './result'
import { ask, confirm, fillInquiry, get, openForm, post, until, type Inquiry } from './visitor'

const inquiries = 24
const messages = 9
/** The promise for open pages: a second of the feed, and time to write and to tell. */
const liveWithinMs = 2_000

/** Inquiries by the proxy: every one stored once with one letter, and every job of a minute made once by all nodes. */
export async function checkJobs({ entry, inbox, databaseUrl }: Place): Promise<Result[]> {
  const opened = await openForm(entry, 'BLQ-0042')
  const sent: Inquiry[] = []
  for (let index = 0; index < inquiries; index += 1) {
    const inquiry = fillInquiry('BLQ-0042', opened)
    const status = await ask(entry, inquiry.path, inquiry)
    if (status !== 303) throw new Error(`An inquiry was answered with ${status}`)
    sent.push(inquiry)
  }
  const lettersTo = (email: string) => inbox.received.filter(({ to }) => to.includes(email)).length
  await until('all letters', () => sent.every(({ email }) => lettersTo(email) > 0))
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    // Two turns of the clock, so that every node had its chance.
    const minutes = await until('jobs of two minutes', async () => {
      const { rows } = await client.query<{ n: number; made: string }>(
        `SELECT count(*)::int AS n, job.name || ' ' || date_trunc('minute', job.created_on) AS made
         FROM pgboss.job JOIN pgboss.schedule ON schedule.name = job.name WHERE schedule.cron = '* * * * *'
         GROUP BY job.name, date_trunc('minute', job.created_on)`,
      )
      const names = new Set(rows.map(({ made }) => made.split(' ')[0]))
      return rows.length >= 2 * names.size && names.size > 0 && rows
    })
    return [
      {
        what: 'letters of inquiries sent once, whichever node worked',
        ...countFailed(sent.map(({ email }) => lettersTo(email) === 1)),
        seen: `${sent.length} inquiries`,
      },
      {
        what: 'jobs by the clock made once a minute by all nodes',
        ...countFailed(minutes.map(({ n }) => n === 1)),
        seen: [...new Set(minutes.map(({ made }) => made.split(' ')[0]))].join(', '),
      },
    ]
  } finally {
    await client.end()
  }
}

/** A message that one node takes is told to the page of the case at the others, and through the proxy. */
export async function checkLive({ entry, nodes, inbox }: Place): Promise<Result> {
  const inquiry = fillInquiry('BLQ-0042', await openForm(entry, 'BLQ-0042'))
  await ask(entry, inquiry.path, inquiry)
  const { number, key } = await confirm(entry, inbox, inquiry.email)
  const query = new URLSearchParams({ number, key })
  const pages = [entry, ...nodes.map(({ url }) => url)].map((url) => new LivePage(`${url}/api/live?${query}`).start())
  try {
    await until('open streams', () => pages.every(({ opened }) => opened > 0))
    const times: number[] = []
    for (let message = 0; message < messages; message += 1) {
      const before = pages.map(({ heard }) => heard.length)
      const page = await (await get(entry, `/ru/inquiries/${number}?key=${key}`)).text()
      const form = /name="form"[^>]*value="([^"]+)"/.exec(page)?.[1] ?? ''
      const writer = nodes[message % nodes.length]?.url ?? ''
      const text = `Вопрос ${message}: когда можно приехать?`
      const fields = { intent: 'message', part: '1', form, text }
      const answer = await post(writer, `/ru/inquiries/${number}/message?key=${key}`, fields)
      if (answer.status !== 200) throw new Error(`A message was answered with ${answer.status}`)
      const start = performance.now()
      const isTold = () => pages.every(({ heard }, index) => heard.length > (before[index] ?? 0))
      await until('the event at every page', isTold, 10)
      times.push(...pages.map(({ heard }, index) => Math.max(0, (heard[before[index] ?? 0] ?? 0) - start)))
    }
    const outcomes = times.map((ms) => ms <= liveWithinMs)
    return { what: 'an event reaches the page of a case at every node', ...countFailed(outcomes), seen: spread(times) }
  } finally {
    await Promise.all(pages.map((page) => page.stop()))
  }
}
