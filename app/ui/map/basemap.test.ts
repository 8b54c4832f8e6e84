import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { FileSource, PMTiles } from 'pmtiles'
import { describe, expect, it } from 'vitest'
import { basemapStyle } from './basemap'

const ORIGIN = 'https://alan.example'
const ARCHIVE = fileURLToPath(new URL('../../../public/map/kz.pmtiles', import.meta.url))

function openArchive() {
  return new PMTiles(new FileSource(new File([readFileSync(ARCHIVE)], 'kz.pmtiles')))
}

describe('basemapStyle', () => {
  it.each(['kk', 'ru', 'en'] as const)('labels everything in %s', (lang) => {
    const fields = basemapStyle(lang, 'light', ORIGIN).layers.flatMap((layer) =>
      layer.type === 'symbol' ? [layer.layout?.['text-field']] : [],
    )
    expect(fields).toHaveLength(4)
    expect(fields).toEqual(fields.map(() => ['get', lang]))
  })

  it('asks only its own origin', () => {
    const addresses = JSON.stringify(basemapStyle('kk', 'light', ORIGIN)).match(/https?:\/\/[^/"]+/g) ?? []
    expect(new Set(addresses)).toEqual(new Set([ORIGIN]))
  })

  it('draws both themes from the same layers in other colours', () => {
    const [light, dark] = [basemapStyle('ru', 'light', ORIGIN), basemapStyle('ru', 'dark', ORIGIN)]
    expect(dark.layers.map(({ id }) => id)).toEqual(light.layers.map(({ id }) => id))
    expect(dark.layers).not.toEqual(light.layers)
  })
})

describe('the archive', () => {
  it('has every layer the style draws', async () => {
    const metadata = (await openArchive().getMetadata()) as { vector_layers: { id: string }[] }
    const drawn = basemapStyle('kk', 'light', ORIGIN).layers.flatMap((layer) =>
      'source-layer' in layer ? [layer['source-layer']] : [],
    )
    expect(metadata.vector_layers.map(({ id }) => id)).toEqual(expect.arrayContaining(drawn))
  })

  it('covers Kazakhstan from zoom 0 to 8', async () => {
    const { minZoom, maxZoom, minLon, maxLon, minLat, maxLat } = await openArchive().getHeader()
    expect([minZoom, maxZoom]).toEqual([0, 8])
    expect(minLon < 46.4 && maxLon > 87.4 && minLat < 40.5 && maxLat > 55.5).toBe(true)
  })

  it.each([
    [0, 0, 0],
    [4, 11, 5],
    [8, 181, 90],
  ])('has the tile %i/%i/%i with towns in it', async (z, x, y) => {
    const tile = await openArchive().getZxy(z, x, y)
    const text = new TextDecoder().decode(tile?.data)
    expect(text).toContain('places')
    expect(text).toContain('Балқаш')
  })
})
