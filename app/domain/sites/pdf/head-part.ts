import { passportWarning } from '#app/domain/sites/passport-rules'
import { floorAreaM2, freeCapacity } from '#app/domain/sites/rules'
import type { PdfPart } from '#app/platform/pdf/model'
import type { Column } from 'pdfmake/interfaces'
import { colours, innerWidth, muted, notice } from './blocks'
import { startLarge } from '#app/domain/sites/passport/said'
import { drawMap, mapShape } from './map-svg'
import type { PassportSheet, SheetPhoto } from './model'
import type { Print } from './print'

/** Name, place, freshness, what must be known first, the key figures. */
export function headPart(sheet: PassportSheet, print: Print): PdfPart[] {
  const { t, say } = print
  const { dossier, town, region } = sheet
  return [
    { text: say(dossier.identity.name), fontSize: 20, bold: true, lineHeight: 1.05 },
    muted([say(town.name), say(region.name), startLarge(t(`sites.kind.${sheet.kind}`)), sheet.number].join(' · '), 10),
    { ...freshnessLine(sheet, print), margin: [0, 4, 0, 0] },
    ...warningPart(sheet, print),
    keyFigures(sheet, print),
  ]
}

function freshnessLine({ freshness, confirmedAt, dossier }: PassportSheet, { t, format }: Print) {
  const words = t(`sites.freshness.${freshness}`)
  const isFresh = freshness === 'fresh'
  const sectors = dossier.offeredFor.sectors.map((sector) => t(`sites.sector.${sector}`)).join(', ')
  return {
    text: [
      {
        text: startLarge(
          confirmedAt === null ? words : t('facts.freshness', { words, date: format.date(confirmedAt) }),
        ),
        bold: true,
        color: isFresh ? colours.good : colours.attention,
      },
      ...(sectors === '' ? [] : [{ text: `   ${sectors}`, color: colours.accent }]),
    ],
  }
}

function warningPart({ status, freshness, confirmedAt, endedAt }: PassportSheet, { t, format }: Print): PdfPart[] {
  const warning = passportWarning(status, freshness)
  if (warning === null) return []
  const moment = warning === 'stale' || warning === 'lapsed' ? confirmedAt : endedAt
  const day = moment === null ? '' : ` ${t(`facts.warning.${warning}.date`, { date: format.date(moment) })}`
  return [notice(t(`facts.warning.${warning}.title`), t(`facts.warning.${warning}.text`) + day)]
}

/** The four figures of the page. */
function keyFigures({ dossier, kind }: PassportSheet, { t, format, isStale }: Print): PdfPart {
  const area = floorAreaM2(dossier.buildings)
  const { price, priceKind, priceNegotiable } = dossier.rights
  const show = (value: number | null, unit: 'm2' | 'ha' | 'kW') =>
    value === null ? null : format.quantity(value, unit)
  const priceLabel = priceKind === null ? t('facts.figure.price') : startLarge(t(`sites.price_kind.${priceKind}`))
  const figures = [
    ...(kind === 'land' && area === null ? [] : [{ label: t('facts.figure.area'), value: show(area, 'm2') }]),
    { label: t('facts.figure.power'), value: show(freeCapacity(dossier.utilities.electricity), 'kW') },
    { label: t('facts.figure.plot'), value: show(dossier.land.plotHa, 'ha') },
    {
      label: priceNegotiable ? `${priceLabel}, ${t('facts.negotiable')}` : priceLabel,
      value: price === null ? null : format.money(price),
    },
  ]
  const cells = figures.map(({ label, value }) => ({
    stack: [
      muted(label, 8),
      {
        text: value ?? t('ui.state.unknown'),
        fontSize: value === null ? 10 : 15,
        bold: value !== null,
        color: value === null || isStale ? colours.muted : colours.ink,
      },
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
export function photoPart(photos: readonly SheetPhoto[]): PdfPart[] {
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
export function placePart(sheet: PassportSheet, print: Print): PdfPart {
  const { t, say, format, lang } = print
  const { town, region, dossier } = sheet
  const { point, address } = dossier.identity
  const svg = drawMap({ lang, regionKey: region.key, town: { name: say(town.name), point: town.point }, site: point })
  const terms = [
    t('passport.promise', { first: format.workingDays(2) }),
    t('pdf.law', { days: format.workingDays(15) }),
    sheet.firstAnswerDays === null ? '' : t('facts.usually', { days: format.workingDays(sheet.firstAnswerDays) }),
  ]
  const beside: PdfPart[] = [
    { text: t('passport.place'), bold: true },
    { text: say(address) || t('passport.no_address') },
    muted(point ? `${point[1].toFixed(5)}, ${point[0].toFixed(5)}` : t('passport.no_point'), 8.5),
    { text: t('pdf.answers'), bold: true, margin: [0, 8, 0, 0] },
    { text: say(sheet.body) },
    muted(terms.filter(Boolean).join(' '), 8.5),
    {
      columns: [
        { qr: sheet.url, fit: qrSide, width: qrSide + 6, eccLevel: 'M', foreground: colours.ink },
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
