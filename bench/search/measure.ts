import { execFileSync } from 'node:child_process'
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { compareAnswers, type Answer } from './answer'
import { compileWorker, ContestantProcess } from './contestant-process'
import { makeQueries, queriesPerClass, queryClasses, type QueryClass } from './queries'
import { medianOf, toProcessorRow, toRow, type Measured, type Row } from './table'
import { checkTargets, type Target } from './targets'
import type { ContestantName } from './worker'

const everybody: ContestantName[] = ['ours', 'postgres', 'orama', 'itemsjs', 'minisearch', 'plain loop']

/** Above so many sites the libraries take minutes and gigabytes; `--contestants` brings them in nevertheless. */
const mostForLibraries = 100_000

/**
 * All contestants on the same sites and queries. Options: `--sizes=1000,100000`, `--contestants=ours,postgres`,
 * `--rounds=3`, `--profile`. Answers are compared before anything is timed; a difference ends the run.
 */
export async function measure(args: string[]) {
  const { values } = parseArgs({
    args,
    options: {
      sizes: { type: 'string', default: '1000,100000' },
      contestants: { type: 'string' },
      rounds: { type: 'string', default: '3' },
      profile: { type: 'boolean', default: false },
    },
  })
  await compileWorker()
  const rows: Row[] = []
  const targets: Target[] = []
  const bounds: object[] = []
  const processor: object[] = []
  const hottest: object[] = []
  for (const size of values.sizes.split(',').map(Number)) {
    const names = (values.contestants?.split(',') ?? namesFor(size)) as ContestantName[]
    const processes = names.map((name) => new ContestantProcess(name))
    try {
      const measured = await measureSize(processes, size, Number(values.rounds))
      rows.push(...measured.map((one) => toRow(one, size)))
      processor.push(...measured.map((one) => toProcessorRow(one, size)))
      targets.push(...checkTargets(measured, size))
      const ours = processes.find(({ name }) => name === 'ours')
      const mine = measured.find(({ name }) => name === 'ours')
      if (!ours || !mine) continue
      bounds.push(...(await measureBounds(ours, mine, size)))
      if (values.profile) hottest.push(...(await profileSlowest(ours, mine, size)))
    } finally {
      for (const one of processes) await one.end()
    }
  }
  return { rows, isWithinBudget: targets.every(({ isMet }) => isMet), tables: { processor, targets, bounds, hottest } }
}

function namesFor(size: number): ContestantName[] {
  return size > mostForLibraries ? ['ours', 'postgres'] : everybody
}

async function measureSize(processes: ContestantProcess[], size: number, rounds: number): Promise<Measured[]> {
  const bareMb = Number(
    execFileSync(process.execPath, ['--expose-gc', '-e', 'gc(); console.log(process.memoryUsage().rss / 1e6)']),
  )
  const measured: Measured[] = []
  for (const one of processes) {
    console.log(`${size} sites: ${one.name} gets ready`)
    const { readyMs, diskBytes } = await one.do('load', { size })
    const times = Object.fromEntries(queryClasses.map((kind) => [kind, []])) as unknown as Measured['times']
    const cpuMs = Object.fromEntries(queryClasses.map((kind) => [kind, 0])) as Measured['cpuMs']
    measured.push({ name: one.name, readyMs, diskMb: diskBytes / 1e6, times, cpuMs, rssMb: 0, heldMb: 0, load: 0 })
  }
  await compareAll(processes)
  // Running every query again lets the compilers finish; what they take now is not counted.
  for (const one of processes) await one.do('time', { queries: allQueries() })
  for (let round = 0; round < rounds; round++) {
    for (const kind of queryClasses) {
      for (let turn = 0; turn < processes.length; turn++) {
        const index = (turn + round) % processes.length
        const timed = await processes[index]?.do('time', { queries: queriesOf(kind) })
        const found = measured[index]
        if (!timed || !found) continue
        found.times[kind].push(...timed.ms)
        found.cpuMs[kind] += timed.cpuMs / rounds / queriesPerClass
      }
    }
  }
  for (const [index, one] of processes.entries()) {
    const memory = await one.do('memory')
    const found = measured[index]
    if (found) Object.assign(found, { rssMb: memory.rssMb - bareMb, heldMb: memory.heldMb, load: loadavg()[0] })
  }
  return measured
}

function queriesOf(kind: QueryClass): number[] {
  const from = queryClasses.indexOf(kind) * queriesPerClass
  return Array.from({ length: queriesPerClass }, (_, index) => from + index)
}

function allQueries(): number[] {
  return queryClasses.flatMap(queriesOf)
}

/** Throws when a contestant says something else than the first. */
async function compareAll([first, ...others]: ContestantProcess[]): Promise<void> {
  const expected = (await first?.do('answer')) ?? []
  sayWhatIsFound(expected)
  const queries = makeQueries()
  for (const one of others) {
    const areCirclesAlike = one.name === 'postgres'
    const answers = await one.do('answer')
    const differences = expected.flatMap((answer, index) => {
      const other = answers[index]
      const difference = other ? compareAnswers(answer, other, areCirclesAlike) : 'no answer'
      return difference === null ? [] : [`${JSON.stringify(queries[index])}: ${difference}`]
    })
    if (differences.length > 0)
      throw new Error(`${one.name} differs in ${differences.length} answers:\n${differences.slice(0, 5).join('\n')}`)
    console.log(`${one.name} answers like ${first?.name}`)
  }
}

function sayWhatIsFound(answers: readonly Answer[]): void {
  for (const kind of queryClasses) {
    const found = queriesOf(kind).map((index) => answers[index])
    const hits = medianOf(found.map((answer) => answer?.total ?? 0))
    const open = medianOf(found.map((answer) => answer?.openTotal ?? 0))
    console.log(`${kind}: the median query finds ${hits} sites and ${open} that do not say`)
  }
}

/** How far the catalogue is from what memory allows. */
async function measureBounds(ours: ContestantProcess, { times }: Measured, size: number) {
  const { gbPerS, bytes } = await ours.do('bandwidth')
  return queryClasses.map((kind) => {
    const median = medianOf(queriesOf(kind).map((index) => bytes[index] ?? 0))
    const boundMs = median / gbPerS / 1e6
    const ms = medianOf(times[kind])
    return {
      sites: size,
      class: kind,
      bytes: median,
      'GB/s': round(gbPerS),
      'bound ms': round(boundMs),
      ms: round(ms),
      distance: round(ms / boundMs),
    }
  })
}

function round(value: number): number {
  return Number(value.toPrecision(3))
}

/** The hottest functions of the class whose median is the highest. */
async function profileSlowest(ours: ContestantProcess, { times }: Measured, size: number) {
  const slowest = queryClasses.reduce((worst, kind) => (medianOf(times[kind]) > medianOf(times[worst]) ? kind : worst))
  const queries = Array.from({ length: 10 }, () => queriesOf(slowest)).flat()
  const functions = await ours.do('profile', { queries })
  return functions.map(({ name, share }) => ({
    sites: size,
    class: slowest,
    function: name,
    percent: round(share * 100),
  }))
}
