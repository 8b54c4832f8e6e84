import compression from 'compression'
import express from 'express'
import type { AddressInfo } from 'node:net'
import { promisify } from 'node:util'
import { brotliCompress, constants } from 'node:zlib'
import { partsDir } from './build-parts'
import { rowsOfToday } from './rows-of-today'

/** The page of the plain map, the basemap of the product, and all sites in one file that is compressed beforehand. */
export async function servePlain(sites: number): Promise<{ url: string; stop: () => void }> {
  const points = Buffer.from(writePoints(sites))
  const params = { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: points.length }
  const packed = await promisify(brotliCompress)(points, { params })
  const app = express()
  app.get('/sites.geojson', (_req, res) => {
    res.set({ 'Content-Type': 'application/geo+json', 'Content-Encoding': 'br' }).end(packed)
  })
  app.use('/map', express.static('public/map'))
  app.use(compression(), express.static(`${partsDir}/page`))
  const server = app.listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** What our map gets of a single site, for every site: in the file a number, a kind and a freshness each. */
function writePoints(sites: number): string {
  const features: string[] = []
  for (const { card, confirmByMs } of rowsOfToday(sites)) {
    if (card.point === null || !(confirmByMs > Date.now() - 30 * 86_400_000)) continue
    const properties = { number: card.number, kind: card.kind, freshness: confirmByMs > Date.now() ? 'fresh' : 'stale' }
    const geometry = { type: 'Point', coordinates: card.point }
    features.push(JSON.stringify({ type: 'Feature', geometry, properties }))
  }
  return `{"type":"FeatureCollection","features":[${features.join()}]}`
}
