import type { Place } from './place'
import { countFailed, spread, type Result } from './result'
import { get, post, signIn, until } from './visitor'

const editor = 'editor@temirtau.demo'
const investor = 'investor@company.demo'
const changes = 10
const withinMs = 2_000

/** Who signed in by the proxy is known to every node, and after signing out at one to none. */
export async function checkSessions({ entry, nodes }: Place): Promise<Result> {
  const outcomes: boolean[] = []
  for (let round = 0; round < nodes.length; round += 1) {
    const { cookie } = await signIn(entry, investor)
    const isKnown = async (url: string) => (await get(url, '/ru/account', { cookie })).status === 200
    for (const { url } of nodes) outcomes.push(await isKnown(url))
    await post(nodes[round]?.url ?? entry, '/ru/sign-out', {}, cookie)
    for (const { url } of nodes) outcomes.push(!(await isKnown(url)))
  }
  return { what: 'session good on every node, and ended on every node', ...countFailed(outcomes), seen: '3 sessions' }
}

/** Five wrong passwords in a minute, whichever nodes got them, and no node hears a sixth. */
export async function checkSignInLimit({ entry, nodes }: Place): Promise<Result> {
  const email = `nobody-${process.pid}@cluster.example.kz`
  const first: number[] = []
  for (let attempt = 0; attempt < 5; attempt += 1) first.push((await signIn(entry, email, 'a wrong password')).status)
  const later: number[] = []
  for (const { url } of nodes) later.push((await signIn(url, email, 'a wrong password')).status)
  const outcomes = [...first.map((status) => status === 400), ...later.map((status) => status === 429)]
  return {
    what: 'sign-in limit over all nodes',
    ...countFailed(outcomes),
    seen: `by the proxy ${first.join(' ')}; then each node ${later.join(' ')}`,
  }
}

/** A file of the shared storage, the same bytes from every node. */
export async function checkFiles({ nodes }: Place): Promise<Result> {
  const outcomes: boolean[] = []
  let sizes: number[] = []
  const site = await (await get(nodes[0]?.url ?? '', '/api/sites/BLQ-0042')).text()
  for (const path of new Set(site.match(/\/files\/[0-9a-f-]{36}\/\d+/g))) {
    const answers = await Promise.all(nodes.map(({ url }) => get(url, path)))
    sizes = await Promise.all(answers.map(async (answer) => (await answer.arrayBuffer()).byteLength))
    outcomes.push(answers.every(({ status }) => status === 200) && new Set(sizes).size === 1 && (sizes[0] ?? 0) > 0)
  }
  if (outcomes.length === 0) throw new Error('The passport has no photographs')
  return { what: 'files of the shared storage on every node', ...countFailed(outcomes), seen: `${sizes[0]} bytes` }
}

/** A site that is reserved leaves the search of every node, and comes back when it is offered again. */
export async function checkCatalogue({ nodes }: Place): Promise<Result> {
  const [first] = nodes
  const { cookie } = await signIn(first?.url ?? '', editor)
  const list = await (await get(first?.url ?? '', '/api/sites?town=temirtau')).json()
  const number = (list as { items: { number: string }[] }).items[0]?.number ?? ''
  const times: number[] = []
  for (let change = 0; change < changes; change += 1) {
    const status = change % 2 === 0 ? 'reserved' : 'published'
    const writer = nodes[change % nodes.length]?.url ?? ''
    const answer = await post(writer, `/ru/akimat/sites/${number}/status`, { status, note: '', reason: '' }, cookie)
    if (!answer.headers.get('location')?.includes('done=')) throw new Error(`No change of ${number}: ${answer.status}`)
    const start = performance.now()
    const wanted = status === 'published' ? 1 : 0
    const seen = nodes.map(async ({ url }) => {
      await until(`${number} to be ${status}`, async () => (await countFound(url, number)) === wanted)
      return performance.now() - start
    })
    times.push(...(await Promise.all(seen)))
  }
  const outcomes = times.map((ms) => ms <= withinMs)
  return { what: 'a change is in the search of every node within 2 s', ...countFailed(outcomes), seen: spread(times) }
}

async function countFound(url: string, number: string): Promise<number> {
  const answer = await get(url, `/api/sites?q=${number}`)
  return ((await answer.json()) as { total: number }).total
}
