import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { chromium, type Browser } from 'playwright'
import { measureAnswers } from './answers'
import { buildParts } from './build-parts'
import { startOurs, startPlain, type Contestant } from './contestant'
import { toDigits } from './digits'
import { measurePage } from './measure-page'

/**
 * The map of the search and a map that clusters one file of all points itself, moved by the same gestures in the same
 * browser, on the same generated sites. Option: `--sizes=1000,100000`. The browser has no graphics card: what is drawn is
 * computed by the processor, as slowly as on the weakest machine.
 */
export async function measureMaps(args: string[], chromiumPath: string) {
  const { values } = parseArgs({ args, options: { sizes: { type: 'string', default: '1000,100000' } } })
  await buildParts()
  const rows: object[] = []
  const flashes: object[] = []
  const answers: object[] = []
  for (const sites of values.sizes.split(',').map(Number)) {
    const ours = await startOurs(sites)
    const plain = await startPlain(sites)
    try {
      const place = await findMiddle(ours.origin)
      for (const contestant of [ours, plain]) {
        console.log(`${sites} sites: ${contestant.name}`)
        const measured = await inBrowser(chromiumPath, (browser) => measurePage(browser, contestant, place))
        rows.push({ sites, ...measured.row, load: toDigits(loadavg()[0] ?? Number.NaN) })
        flashes.push({ sites, ...measured.flashes })
        // A run takes minutes: what is measured shall not be lost with what fails later.
        console.log(JSON.stringify([rows.at(-1), flashes.at(-1)]))
      }
      answers.push(...(await measureAnswers(ours.origin, place, sites)))
    } finally {
      for (const { stop } of [ours, plain] satisfies Contestant[]) await stop()
    }
  }
  return {
    rows,
    isWithinBudget: true,
    tables: { 'marks in the frames of a move': flashes, 'answers of /api/map': answers },
  }
}

async function inBrowser<Result>(executablePath: string, work: (browser: Browser) => Promise<Result>): Promise<Result> {
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] })
  try {
    return await work(browser)
  } finally {
    await browser.close()
  }
}

type Circles = { features: { geometry: { coordinates: [number, number] }; properties: { count?: number } }[] }

/** The middle of the largest circle of the country: where a map has most to draw. */
async function findMiddle(origin: string): Promise<[number, number]> {
  const answer = await fetch(`${origin}/api/map?zoom=8`)
  const { features } = (await answer.json()) as Circles
  const [largest] = features.sort((left, right) => (right.properties.count ?? 1) - (left.properties.count ?? 1))
  if (largest === undefined) throw new Error('the map has no sites')
  return largest.geometry.coordinates
}
