import type { Page } from 'playwright'

/** What the recorder wrote down during one gesture; times in ms since the page began. */
export type Recorded = { frames: number[]; ends: number[]; drawn: number[]; counts: number[]; begunAt: number }

export type Gesture = { kind: 'pan' | 'zoom'; zoom: number; recorded: Recorded }

/** Levels at which is panned: the country, a region, around a town, the town. */
export const levels = [4, 6, 8, 11]
const pans = [
  [-1, 0],
  [0, -1],
  [1, 0.4],
  [0.3, 1],
] as const

const reachPx = 260
const panSteps = 30
/** Quiet for so long is rest: nothing was drawn, and no mark is waited for. */
const restMs = 700

/** The middle of the largest circle of the country on the screen: where most sites are. */
export type Place = [lng: number, lat: number]

/** Pans at each level of the zoom, and steps of the wheel nearer and back again. */
export async function gesture(page: Page, place: Place, { at = levels, isCounting = false } = {}): Promise<Gesture[]> {
  const gestures: Gesture[] = []
  for (const zoom of at) {
    await page.evaluate(([center, level]) => window.bench.map?.jumpTo({ center, zoom: level }), [place, zoom] as const)
    await rest(page)
    for (const direction of pans) {
      gestures.push({ kind: 'pan', zoom, recorded: await record(page, isCounting, () => pan(page, direction)) })
    }
    for (const turn of [-300, 300]) {
      gestures.push({ kind: 'zoom', zoom, recorded: await record(page, isCounting, () => turnWheel(page, turn)) })
    }
  }
  return gestures
}

async function record(page: Page, isCounting: boolean, move: () => Promise<void>): Promise<Recorded> {
  const begunAt = await page.evaluate((counts) => {
    Object.assign(window.bench, { frames: [], ends: [], drawn: [], counts: [], isCounting: counts })
    return performance.now()
  }, isCounting)
  await move()
  await rest(page)
  const { frames, ends, drawn, counts } = await page.evaluate(() => {
    const { frames: at, ends: ended, drawn: seen, counts: counted } = window.bench
    return { frames: at, ends: ended, drawn: seen, counts: counted }
  })
  return { frames, ends, drawn, counts, begunAt }
}

async function pan(page: Page, [dx, dy]: readonly [number, number]): Promise<void> {
  const { x, y } = await middleOf(page)
  await page.mouse.move(x, y)
  await page.mouse.down()
  for (let step = 1; step <= panSteps; step++) {
    await page.mouse.move(x + (dx * reachPx * step) / panSteps, y + (dy * reachPx * step) / panSteps)
    await page.waitForTimeout(10)
  }
  await page.mouse.up()
}

async function turnWheel(page: Page, turn: number): Promise<void> {
  const { x, y } = await middleOf(page)
  await page.mouse.move(x, y)
  for (let step = 0; step < 5; step++) {
    await page.mouse.wheel(0, turn / 5)
    await page.waitForTimeout(30)
  }
}

async function middleOf(page: Page): Promise<{ x: number; y: number }> {
  const box = await page.locator('.maplibregl-canvas').boundingBox()
  if (box === null) throw new Error('there is no map')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** Waits until the map has not moved and nothing was drawn for `restMs`. */
export async function rest(page: Page): Promise<void> {
  const isAtRest = (ms: number) => {
    const { ends, drawn, map, asking } = window.bench
    const last = Math.max(0, ...ends.slice(-1), ...drawn.slice(-1))
    return map !== null && asking === 0 && !map.isMoving() && map.loaded() && performance.now() - last > ms
  }
  // Not `waitForFunction`: the policy of the product forbids what it evaluates.
  const startedAt = Date.now()
  await page.waitForTimeout(restMs)
  while (!(await page.evaluate(isAtRest, restMs))) {
    if (Date.now() - startedAt > 60_000) throw new Error('the map does not come to rest')
    await page.waitForTimeout(50)
  }
}
