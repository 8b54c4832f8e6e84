import { openDatabase } from '#app/platform/db/open-database.server'
import type { Db } from '#app/platform/db/client.server'
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { fillForms, openForms } from '../inquiries/forms'
import { arrive } from './arrive'
import { makeJourney, type Asked } from './journey'
import { readMemory, slopeOf, type Reading } from './memory'
import { inPlace, type Place } from './place'
import { isFailed, isServed, listKinds, toStep, type Step } from './step'

const firstRate = 8
const growth = 1.3
const mostSteps = 20
/** Time for the code to be compiled and the caches of the machine to fill. */
const warmUpSeconds = 20
const afterKnee = { rest: 0.7, overload: 2 }
const formsToSend = 20_000

/**
 * A mixed journey on the built product with PostgreSQL: rates that grow until people wait, twice that rate, the rate of a
 * good day right after it, and ten minutes of it with the memory looked at. Options: `--sites` (100000), `--seconds` of a
 * step (20), `--memory` seconds (600), `--knee` a second (measured when not given), `--database` that is kept and used again.
 */
export async function measure(args: string[]) {
  const options = { sites: '100000', seconds: '20', memory: '600' }
  const { values } = parseArgs({
    args,
    options: {
      sites: { type: 'string', default: options.sites },
      seconds: { type: 'string', default: options.seconds },
      memory: { type: 'string', default: options.memory },
      knee: { type: 'string' },
      database: { type: 'string' },
    },
  })
  return inPlace({ sites: Number(values.sites), kept: values.database }, async (place) => {
    const next = await prepare(place)
    const at = async (what: string, rate: number, seconds = Number(values.seconds)) => {
      const step = toStep(what, rate, await arrive(place.product.url, next, rate, seconds))
      console.log(JSON.stringify(step.row))
      for (const failed of step.answers.filter(isFailed)) console.log(JSON.stringify(failed))
      return step
    }
    await at('warm-up', firstRate, warmUpSeconds)
    const { steps, knee } = values.knee === undefined ? await findKnee(at) : { steps: [], knee: Number(values.knee) }
    const over = await at('twice the knee', round(knee * afterKnee.overload), 30)
    const after = await at('right after', round(knee * afterKnee.rest))
    const held = Promise.all([
      at('memory', round(knee * afterKnee.rest), Number(values.memory)),
      readMemory(place.product.url, place.product.process, Number(values.memory)),
    ])
    const [long, readings] = await held
    return judge({ steps, knee, over, after, long, readings })
  })
}

type At = (what: string, rate: number, seconds?: number) => Promise<Step>

/** Raises the rate until the product does not serve people any more; the knee is the last rate at which it did. */
async function findKnee(at: At): Promise<{ steps: Step[]; knee: number }> {
  const steps: Step[] = []
  let knee = 0
  for (let rate = firstRate; steps.length < mostSteps; rate = round(rate * growth)) {
    const step = await at('step', rate)
    steps.push(step)
    if (!isServed(step)) break
    knee = rate
  }
  if (knee === 0) throw new Error(`Not even ${firstRate} a second are served`)
  return { steps, knee }
}

/** Forms of different people, and pages of sites that exist. */
async function prepare({ product, databaseUrl }: Place): Promise<() => Asked> {
  const { db, close } = await openDatabase({ databaseUrl, dataDir: '' })
  try {
    const forms = fillForms(await openForms(db, product.url), formsToSend)
    return makeJourney(await listNumbers(db), forms.values())
  } finally {
    await close()
  }
}

async function listNumbers(db: Db): Promise<string[]> {
  const sites = await db.site.findMany({ where: { status: 'published' }, select: { number: true } })
  return sites.map(({ number }) => number)
}

type Measured = { steps: Step[]; knee: number; over: Step; after: Step; long: Step; readings: Reading[] }

function judge({ steps, knee, over, after, long, readings }: Measured) {
  const atKnee = steps.findLast(({ row }) => row['asked/s'] === knee)?.row['served/s'] ?? knee
  // Caches fill in the first minutes.
  const settled = readings.filter(({ atS }) => atS >= Math.min(120, (readings.at(-1)?.atS ?? 0) / 3))
  const growthMb = { rss: slopeOf(settled, 'rssMb'), heap: slopeOf(settled, 'heapMb') }
  const targets = [
    {
      target: 'served at twice the knee, of the knee',
      wanted: 'at least 0.8',
      measured: over.row['served/s'] / atKnee,
    },
    { target: 'p95 of what was taken, ms', wanted: 'at most 5000', measured: over.row['p95 ms'] },
    { target: 'refused without Retry-After, or failed', wanted: '0', measured: over.bare + over.row.failed },
    { target: 'refused or failed right after', wanted: '0', measured: after.row.refused + after.row.failed },
    { target: 'memory after garbage collection, MB a minute', wanted: 'at most 1', measured: growthMb.rss },
    { target: 'heap after garbage collection, MB a minute', wanted: 'at most 1', measured: growthMb.heap },
  ].map(({ measured, wanted, target }) => {
    const most = /^at least (.+)/.exec(wanted)
    const isMet = most ? measured >= Number(most[1]) : measured <= Number(wanted.replace('at most ', ''))
    return { target, wanted, measured: round(measured), isMet }
  })
  const load = loadavg().map(round).join(' ')
  const all = [...steps, over, after, long]
  return {
    rows: [
      ...all.map(({ row }) => row),
      { what: `knee ${knee}/s; sender, product, PostgreSQL on one machine; load ${load}` },
    ],
    tables: { targets, 'by kind': all.flatMap(listKinds), memory: readings },
    isWithinBudget: targets.every(({ isMet }) => isMet),
  }
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
