import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright'
import type { Contestant } from './contestant'
import { quantileOf, toDigits } from './digits'
import { gesture, levels, rest, type Gesture, type Place } from './gestures'

const recorder = 'bench/map/recorder.mjs'
/** A frame that takes longer is seen as a jolt. */
const joltMs = 50

/** Opens the page of a contestant, moves its map twice (timed, then counting marks), and says what was measured. */
export async function measurePage(browser: Browser, contestant: Contestant, place: Place) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  // The same screen for both: the map of the product stands beside its list.
  if (contestant.name !== 'ours') await page.setViewportSize({ width: 749, height: 732 })
  const network = await watchNetwork(page, contestant.data)
  await page.addInitScript({ path: recorder })
  const first = await openPage(page, contestant.url)
  const firstKb = network.takeKb()
  const timed = await gesture(page, place)
  const { requests, kb } = network.take()
  const memoryMb = await readMemory(browser)
  const counted = await gesture(page, place, { at: [levels[1] ?? 6], isCounting: true })
  await context.close()
  return {
    row: {
      ...{ contestant: contestant.name, 'first marks ms': toDigits(first), 'first marks kB': firstKb },
      ...describeFrames(
        'pan',
        timed.filter(({ kind }) => kind === 'pan'),
      ),
      ...describeFrames(
        'zoom',
        timed.filter(({ kind }) => kind === 'zoom'),
      ),
      ...{ 'requests a move': toDigits(requests / timed.length), 'kB a move': toDigits(kb / timed.length) },
      'browser MB': memoryMb,
    },
    flashes: describeFlashes(contestant, counted),
  }
}

/** Milliseconds from asking for the page to the first marks on the screen. */
async function openPage(page: Page, url: string): Promise<number> {
  await page.goto(url, { waitUntil: 'load' })
  const startedAt = Date.now()
  while (!(await page.evaluate(() => window.bench.drawn.length > 0))) {
    if (Date.now() - startedAt > 120_000) throw new Error(`${url} shows no marks`)
    await page.waitForTimeout(20)
  }
  const first = await page.evaluate(() => window.bench.drawn[0] ?? Number.NaN)
  await rest(page)
  return first
}

/** Times of frames from the first touch to rest, and from the end of the move to the last marks. */
function describeFrames(kind: Gesture['kind'], gestures: Gesture[]) {
  const frames = gestures.flatMap(({ recorded: { frames: at, begunAt, ends, drawn } }) => {
    const until = Math.max(begunAt, ...ends, ...drawn)
    const within = at.filter((time) => time >= begunAt && time <= until)
    return within.slice(1).map((time, index) => time - (within[index] ?? time))
  })
  const waits = gestures.map(({ recorded: { ends, drawn } }) => Math.max(0, (drawn.at(-1) ?? 0) - (ends.at(-1) ?? 0)))
  return {
    [`${kind}: marks ms`]: toDigits(quantileOf(waits, 0.5)),
    [`${kind}: marks p95`]: toDigits(quantileOf(waits, 0.95)),
    [`${kind}: frame ms`]: toDigits(quantileOf(frames, 0.5)),
    [`${kind}: frame p95`]: toDigits(quantileOf(frames, 0.95)),
    [`${kind}: % > ${joltMs} ms`]: toDigits((100 * frames.filter((ms) => ms > joltMs).length) / frames.length),
  }
}

/** Frames in which the map was empty, and how few marks a frame had, as a share of those at rest. */
function describeFlashes({ name }: Contestant, gestures: Gesture[]) {
  const counts = gestures.flatMap(({ recorded }) => recorded.counts)
  const fewest = gestures.map(({ recorded: { counts: seen } }) => Math.min(...seen) / (seen.at(-1) ?? 1))
  return {
    ...{ contestant: name, frames: counts.length, empty: counts.filter((count) => count === 0).length },
    'marks in a frame': quantileOf(counts, 0.5),
    'fewest of those at rest, median': toDigits(quantileOf(fewest, 0.5)),
    'fewest of those at rest, 5 %': toDigits(quantileOf(fewest, 0.05)),
  }
}

/** Counts the requests for marks and what they weigh on the line, also those of workers. */
async function watchNetwork(page: Page, data: RegExp) {
  let taken = { requests: 0, kb: 0 }
  page.on('requestfinished', (request) => {
    if (!data.test(request.url())) return
    void request.sizes().then(({ responseBodySize, responseHeadersSize }) => {
      taken.requests += 1
      taken.kb += (responseBodySize + responseHeadersSize) / 1000
    })
  })
  const take = () => {
    const result = taken
    taken = { requests: 0, kb: 0 }
    return result
  }
  return { take, takeKb: () => Math.round(take().kb) }
}

/** Memory of the processes that draw pages and their maps, MB. */
async function readMemory(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  const drawing = processInfo.filter(({ type }) => type === 'renderer' || type === 'GPU')
  const sizes = await Promise.all(
    drawing.map(async ({ id }) => {
      const status = await readFile(`/proc/${id}/status`, 'utf8').catch(() => '')
      return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? 0)
    }),
  )
  return Math.round(sizes.reduce((sum, size) => sum + size, 0) / 1000)
}
