import type { createOurs } from './ours'
import type { Answer, Contestant } from './answer'
import { bytesTouched, measureBandwidth } from './bandwidth'
import { generateRows } from './generate-rows'
import { profile } from './profile'
import { makeQueries } from './queries'

// A contestant in a process of its own. It is told what to do by messages, does one thing at a time and answers each.

/** Each is loaded by itself, so that its memory is its own. */
const contestants = {
  ours: async () => (await import('./ours')).createOurs(),
  postgres: async () => (await import('./postgres')).createPostgres(),
  orama: async () => (await import('./orama')).createOrama(),
  itemsjs: async () => (await import('./itemsjs')).createItemsJs(),
  minisearch: async () => (await import('./minisearch')).createMiniSearch(),
  'plain loop': async () => (await import('./plain-loop')).createPlainLoop(),
} satisfies Record<string, () => Promise<Contestant>>
export type ContestantName = keyof typeof contestants

export type Memory = { rssMb: number; heldMb: number }
export type Tasks = {
  load: { readyMs: number; diskBytes: number }
  answer: Answer[]
  time: { ms: number[]; cpuMs: number }
  memory: Memory
  bandwidth: { gbPerS: number; bytes: number[] }
  profile: { name: string; share: number }[]
  close: null
}
export type Task = { do: keyof Tasks; size?: number; queries?: number[] }

const queries = makeQueries()
const name = process.argv[2] as ContestantName
const contestant: Contestant = await contestants[name]()

const tasks: { [Name in keyof Tasks]: (task: Task) => Promise<Tasks[Name]> } = {
  load: async ({ size = 0 }) => {
    const start = performance.now()
    const rows = timeRows(generateRows(size))
    await contestant.load(rows)
    const readyMs = performance.now() - start - rows.spentMs
    return { readyMs, diskBytes: (await contestant.readDiskBytes?.()) ?? 0 }
  },
  answer: async () => {
    const answers: Answer[] = []
    for (const query of queries) answers.push(await contestant.answer(query))
    return answers
  },
  time: async (task) => {
    const ms: number[] = []
    const cpuBefore = await readCpuMs()
    for (const index of task.queries ?? []) {
      const query = queries[index]
      if (!query) continue
      const start = performance.now()
      const answer = contestant.answer(query)
      if (answer instanceof Promise) await answer
      ms.push(performance.now() - start)
    }
    return { ms, cpuMs: (await readCpuMs()) - cpuBefore }
  },
  memory: readMemory,
  bandwidth: async () => {
    const { columns } = contestant as ReturnType<typeof createOurs>
    const gbPerS = measureBandwidth()
    const found = columns === null ? [] : await tasks.answer({ do: 'answer' })
    return {
      gbPerS,
      bytes: columns === null ? [] : queries.map((query, index) => bytesTouched(columns, query, found[index])),
    }
  },
  profile: async (task) => profile(async () => void (await tasks.time(task))),
  close: async () => {
    await contestant.close?.()
    return null
  },
}

/** The rows, with the time that making them takes, which is no contestant's. */
function timeRows<Row>(rows: Generator<Row>): Iterable<Row> & { spentMs: number } {
  const timed = {
    spentMs: 0,
    *[Symbol.iterator]() {
      for (;;) {
        const start = performance.now()
        const { done, value } = rows.next()
        timed.spentMs += performance.now() - start
        if (done) return
        yield value
      }
    },
  }
  return timed
}

/** Processor time that the contestant has used so far, here and elsewhere. */
async function readCpuMs(): Promise<number> {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000 + ((await contestant.readCpuMs?.()) ?? 0)
}

async function readMemory(): Promise<Memory> {
  for (let round = 0; round < 4; round++) {
    globalThis.gc?.()
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  const { rss, heapUsed, external } = process.memoryUsage()
  return { rssMb: rss / 1e6, heldMb: (heapUsed + external) / 1e6 }
}

process.on('message', (task: Task) => {
  tasks[task.do](task).then(
    (result) => process.send?.({ result }),
    (error: unknown) =>
      process.send?.({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  )
})
