import { plain, startLarge } from '#app/domain/sites/passport/said'
import type { PassportData, ShownPhoto } from '#app/domain/sites/passport/model'
import type { PdfPart } from '#app/platform/pdf/model'
import type { Column } from 'pdfmake/interfaces'
import { colours, innerWidth, muted, notice } from './blocks'
import { drawMap, mapShape } from './map-svg'
import type { PassportSheet } from './model'
import type { Print } from './print'

/** Name, place, freshness, what must be known first, the key figures. */
export function headPart({ data }: PassportSheet, print: Print): PdfPart[] {
  const { warning } = data
  return [
    { text: plain(data.name), fontSize: 20, bold: true, lineHeight: 1.05 },
    muted(plain(data.place), 10),
    freshnessLine(data),
    ...(warning === null ? [] : [notice(warning.title, plain(warning.text))]),
    keyFigures(data, print),
  ]
}

function freshnessLine({ freshness, freshnessText, completeness, sectors }: PassportData): PdfPart {
  const color = freshness === 'fresh' ? colours.good : colours.attention
  return {
    text: [
      { text: startLarge(freshnessText), bold: true, color },
      { text: `   ${completeness}`, color: colours.muted },
      ...(sectors.length === 0 ? [] : [{ text: `   ${sectors.join(', ')}`, color: colours.accent }]),
    ],
    margin: [0, 4, 0, 0],
  }
}

/** The figures of the page. */
function keyFigures({ figures, stale }: PassportData, { t }: Print): PdfPart {
  const cells = figures.map(({ label, value, note, group }) => ({
    stack: [
      muted(label, 8),
      {
        text: value ?? t('ui.state.unknown'),
        fontSize: value === null ? 10 : 15,
        bold: value !== null,
        color: value === null || stale[group] !== undefined ? colours.muted : colours.ink,
      },
      ...(note === undefined ? [] : [muted(note, 8)]),
    ],
  }))
  return {
    layout: 'framed',
    margin: [0, 10, 0, 0],
    table: { widths: figures.map((): '*' => '*'), body: [cells] },
  }
}

const gap = 8

/** Up to four photographs in one row, all of the same height. */
export function photoPart(photos: readonly ShownPhoto[]): PdfPart[] {
  if (photos.length === 0) return []
  const shapes = photos.map(({ width, height }) => width / height)
  const room = innerWidth - gap * (photos.length - 1)
  const height = Math.min(190, room / shapes.reduce((sum, shape) => sum + shape, 0))
  const columns = photos.map(({ fileId }, index): Column => ({
    image: fileId,
    width: (shapes[index] ?? 1) * height,
    height,
  }))
  return [{ columns, columnGap: gap, margin: [0, 10, 0, 0] }]
}

const qrSide = 92
const mapWidth = 270

/** Where it is, who answers and in what time, and the way to the page. */
export function placePart({ data, lang, regionKey, townPoint, url }: PassportSheet, { t, format }: Print): PdfPart {
  const { point, address, town, body } = data
  const svg = drawMap({ lang, regionKey, town: { name: plain(town.name), point: townPoint }, site: point })
  const terms = [
    t('passport.promise', { first: format.workingDays(2) }),
    t('pdf.law', { days: format.workingDays(15) }),
    body?.usually ?? '',
  ]
  const beside: PdfPart[] = [
    { text: t('passport.place'), bold: true },
    { text: plain(address) || t('passport.no_address') },
    muted(point ? `${point[1].toFixed(5)}, ${point[0].toFixed(5)}` : t('passport.no_point'), 8.5),
    { text: t('pdf.answers'), bold: true, margin: [0, 8, 0, 0] },
    { text: plain(body?.name ?? '') },
    muted(terms.filter(Boolean).join(' '), 8.5),
    {
      columns: [
        { qr: url, fit: qrSide, width: qrSide + 6, eccLevel: 'M', foreground: colours.ink },
        { ...muted(t('pdf.qr'), 8), width: '*' },
      ],
      columnGap: 6,
      margin: [0, 10, 0, 0],
    },
  ]
  return {
    columns: [
      {
        stack: [{ svg, width: mapWidth, height: mapWidth * mapShape }, muted(t('pdf.map_note'), 6.5)],
        width: mapWidth,
      },
      { stack: beside, width: '*' },
    ],
    columnGap: 16,
    margin: [0, 12, 0, 0],
  }
}
