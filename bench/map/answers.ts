import { askMap } from '#app/domain/search/map-question'
import { emptyCriteria } from '#app/domain/search/schema'
import { fromMercator, toMercator } from '#app/domain/kernel/geo'
import { toDigits } from './digits'
import type { Place } from './gestures'

const zooms = [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]
const tries = 15

/** Screen of the map beside the list at 1440x900, pixels. */
const screen = { width: 750, height: 730 }

type Answer = { ms: number; bytes: number; marks: number }

/** What the server takes for what a screen around the place asks at each zoom: every try is a place nobody asked for. */
export async function measureAnswers(url: string, place: Place, sites: number): Promise<object[]> {
  const rows = []
  for (const zoom of zooms) {
    const answers: Answer[] = []
    for (let turn = 0; turn < tries; turn++) answers.push(await ask(url + addressAt(place, zoom, turn)))
    const times = answers.map(({ ms }) => ms).sort((left, right) => left - right)
    const last = answers.at(-1)
    rows.push({
      ...{ sites, zoom, marks: last?.marks },
      kB: toDigits((last?.bytes ?? 0) / 1000),
      'median ms': toDigits(times[Math.floor(tries / 2)] ?? Number.NaN),
      'slowest ms': toDigits(times.at(-1) ?? Number.NaN),
    })
  }
  return rows
}

/** The address of a screen that lies `turn` rasters east of the place. */
function addressAt(place: Place, zoom: number, turn: number): string {
  const world = 512 * 2 ** zoom
  const { x, y } = toMercator(place)
  const left = x - screen.width / 2 / world + (turn * 4) / world
  const top = y - screen.height / 2 / world
  const [west, north] = fromMercator({ x: left, y: top })
  const [east, south] = fromMercator({ x: left + screen.width / world, y: top + screen.height / world })
  const { address } = askMap(emptyCriteria(), { box: [west, south, east, north], zoom })
  // Small moves ask the same: a size that the map does not read makes it another address for the server.
  return `${address}&size=${turn + 1}`
}

async function ask(address: string): Promise<Answer> {
  const startedAt = performance.now()
  const response = await fetch(address, { headers: { 'accept-encoding': 'br' } })
  const text = await response.text()
  const ms = performance.now() - startedAt
  if (!response.ok) throw new Error(`${address} was answered with ${response.status}`)
  const { features } = JSON.parse(text) as { features: unknown[] }
  return { ms, bytes: Number(response.headers.get('content-length')), marks: features.length }
}
