import { toMercator, type LngLat } from '#app/domain/kernel/geo'
import type { Language } from '#app/platform/i18n/language'
import outline from './country-outline.json'

/** Side of a tile of zoom 3 in the units of country-outline.json, and the tile its upper corner is that of. */
const tile = { extent: 4096, scale: 2 ** 3, column: 5, row: 2 }

/** Part of that plane which is drawn: the country with a margin. */
const view = { x: 60, y: 1990, width: 3880, height: 2240 } as const

/** Height of the map for one unit of its width. */
export const mapShape = view.height / view.width

/** Where a point lies in the plane of the outline. */
export function place(point: LngLat): { x: number; y: number } {
  const { x, y } = toMercator(point)
  const { extent, scale, column, row } = tile
  return { x: Math.round((x * scale - column) * extent), y: Math.round((y * scale - row) * extent) }
}

type MapWish = { lang: Language; regionKey: string; town: { name: string; point: LngLat }; site: LngLat | null }

/** The country, its regions, the region of the site in a tone of its own, the town by name and the site as a pin. */
export function drawMap({ lang, regionKey, town, site }: MapWish): string {
  const regions = Object.entries(outline.regions)
    .map(([key, path]) => `<path d="${path}" fill="${key === regionKey ? '#d7e5ea' : '#fbfaf7'}"/>`)
    .join('')
  const target = place(site ?? town.point)
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${view.x} ${view.y} ${view.width} ${view.height}">` +
    `<rect x="${view.x}" y="${view.y}" width="${view.width}" height="${view.height}" fill="#ebe8e1"/>` +
    regions +
    `<path d="${outline.water}" fill="#b9d4e8"/>` +
    `<path d="${outline.rivers}" fill="none" stroke="#b9d4e8" stroke-width="9"/>` +
    `<path d="${outline.regionLines}" fill="none" stroke="#b9b2a5" stroke-width="8"/>` +
    `<path d="${outline.countryLine}" fill="none" stroke="#8d867b" stroke-width="13"/>` +
    outline.cities.map((city) => drawCity(city.name[lang], city, target)).join('') +
    drawPin(target) +
    label(town.name, target, 126, '#1b2430', '600')
  ).concat('</svg>')
}

/** A large city for orientation; left out where it would lie under the name of the town. */
function drawCity(name: string, at: { x: number; y: number }, target: { x: number; y: number }): string {
  if (Math.abs(at.y - target.y) < 170 && Math.abs(at.x - target.x) < 900) return ''
  return `<circle cx="${at.x}" cy="${at.y}" r="22" fill="#7b8088"/>` + label(name, at, 96, '#5a6470', '400')
}

function drawPin({ x, y }: { x: number; y: number }): string {
  return `<circle cx="${x}" cy="${y}" r="62" fill="#ffffff"/><circle cx="${x}" cy="${y}" r="46" fill="#c4532d"/>`
}

/** Beside the point, on the side that has room; the white line around it keeps it readable on lines. */
function label(text: string, { x, y }: { x: number; y: number }, size: number, fill: string, weight: string): string {
  const isLeft = x > view.x + view.width * 0.8
  const attributes =
    `x="${isLeft ? x - 95 : x + 95}" y="${y + size * 0.34}" font-family="Noto" font-size="${size}" ` +
    `font-weight="${weight === '600' ? 'bold' : 'normal'}" text-anchor="${isLeft ? 'end' : 'start'}"`
  const words = escapeXml(text)
  return (
    `<text ${attributes} fill="none" stroke="#fbfaf7" stroke-width="26" stroke-linejoin="round">${words}</text>` +
    `<text ${attributes} fill="${fill}">${words}</text>`
  )
}

function escapeXml(text: string): string {
  const signs: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
  return text.replace(/[&<>"]/gu, (sign) => signs[sign] ?? sign)
}
