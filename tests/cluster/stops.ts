import pg from 'pg'
import { LivePage } from './live'
import type { ClusterNode, Place } from './place'
import type { Result } from './result'
import { Traffic } from './traffic'
import { ask, confirm, fillInquiry, get, openForm, until } from './visitor'

const rush = 6

/** One node after the other stops in order and starts again, while people use the product. */
export async function checkRollingRestart(place: Place): Promise<Result[]> {
  const { entry, nodes, inbox } = place
  const inquiry = fillInquiry('BLQ-0042', await openForm(entry, 'BLQ-0042'))
  await ask(entry, inquiry.path, inquiry)
  const { number, key } = await confirm(entry, inbox, inquiry.email)
  const page = new LivePage(`${entry}/api/live?${new URLSearchParams({ number, key })}`).start()
  const traffic = new Traffic(entry, await openForm(entry, 'BLQ-0042')).start()
  const said: string[] = []
  const codes: (number | null)[] = []
  try {
    for (const node of nodes) {
      const stopping = node.stop()
      said.push(await readWhileLeaving(node))
      codes.push(await stopping)
      await node.start()
      await untilUp(place, node)
    }
  } finally {
    await traffic.stop()
    await page.stop()
  }
  const inOrder =
    said.filter((text) => text === '503 stopping, 200 close').length + codes.filter((code) => code === 0).length
  return [
    {
      what: 'rolling restart of three nodes under load',
      ...{ tries: traffic.asked, failed: traffic.failures.length },
      seen: describe(traffic),
    },
    {
      what: 'says stopping, serves on with Connection: close, ends with 0',
      ...{ tries: said.length * 2, failed: said.length * 2 - inOrder },
      seen: `${said.join('; ')}; codes ${codes.join(' ')}`,
    },
    {
      what: 'the page that follows a case came back',
      ...{ tries: 1, failed: page.opened >= 2 ? 0 : 1 },
      seen: `opened ${page.opened} times`,
    },
    await checkStored(place, traffic, 'after the restarts'),
  ]
}

/** What a node that leaves says of itself, and whether it still serves who has not noticed. */
async function readWhileLeaving({ url }: ClusterNode): Promise<string> {
  const readiness = await until('the node to leave', async () => {
    const answer = await get(url, '/readyz')
    return answer.status === 503 && answer
  })
  const { checks } = (await readiness.json()) as { checks: { process: string } }
  const page = await get(url, '/robots.txt')
  return `${readiness.status} ${checks.process}, ${page.status} ${page.headers.get('connection')}`
}

/** A node dies with requests in its hands; only those fail, and sent again they count once. */
export async function checkKilledNode(place: Place): Promise<Result[]> {
  const { entry, nodes } = place
  const node = nodes[1]
  if (!node?.product) throw new Error('No second node')
  const traffic = new Traffic(entry, await openForm(entry, 'BLQ-0042')).start()
  let goneAt = 0
  try {
    await until('traffic', () => traffic.asked > 50)
    traffic.rush(rush * nodes.length)
    await until(
      'forms in the hands of the node',
      async () => Number(await readServer(place, node.name, 'scur')) >= 2,
      1,
    )
    const gone = new Promise((resolve) => node.product?.process.once('exit', resolve))
    node.product.process.kill('SIGKILL')
    await gone
    goneAt = performance.now()
    const asked = traffic.asked
    await until('traffic without the node', () => traffic.asked > asked + 100)
    await node.start()
    await untilUp(place, node)
  } finally {
    await traffic.stop()
  }
  const { failures } = traffic
  const held = failures.filter(({ method, began }) => method === 'POST' && began < goneAt)
  return [
    {
      what: 'one node of three killed under load: all but the forms it held',
      ...{ tries: traffic.asked - held.length, failed: failures.length - held.length },
      seen: `it held ${held.length} forms, which were sent again; ${describe(traffic)}`,
    },
    await checkStored(place, traffic, 'after the kill'),
  ]
}

function describe({ failures, refused, sentAgain, acknowledged }: Traffic): string {
  const kinds = failures.map(({ method, status }) => `${method} ${status}`)
  const others = kinds.length > 0 ? `: ${[...new Set(kinds)].join(', ')}` : ''
  return `${acknowledged.length} forms taken, ${sentAgain} sent again, ${refused} refused (503)${others}`
}

/** Every form that was acknowledged is there once, with one letter to be sent. */
async function checkStored({ databaseUrl }: Place, { acknowledged }: Traffic, when: string): Promise<Result> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const people = acknowledged.map(({ email }) => email)
    const { rows } = await client.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM unnest($1::text[]) AS person (email)
       WHERE (SELECT count(*) FROM "Inquiry" i WHERE i.email = person.email) = 1
         AND (SELECT count(*) FROM "OutboxMessage" o WHERE o."toAddress" = person.email) = 1`,
      [people],
    )
    const good = rows[0]?.n ?? 0
    return {
      what: `acknowledged forms stored once, ${when}`,
      tries: people.length,
      failed: people.length - good,
      seen: '',
    }
  } finally {
    await client.end()
  }
}

async function untilUp(place: Place, { name }: ClusterNode): Promise<void> {
  await until(`${name} to be back`, async () => (await readServer(place, name, 'status')) === 'UP')
}

/** A column of the proxy's statistics of a node. */
async function readServer({ askProxy }: Place, name: string, column: string): Promise<string | undefined> {
  const [head = '', ...lines] = (await askProxy('show stat')).trim().split('\n')
  const at = head.replace('# ', '').split(',').indexOf(column)
  return lines.map((line) => line.split(',')).find(([, server]) => server === name)?.[at]
}
