import type { BuildingView, PassportData } from '#app/domain/sites/passport/model'
import { joined, plain } from '#app/domain/sites/passport/said'
import type { PdfPart } from '#app/platform/pdf/model'
import type { TableCell } from 'pdfmake/interfaces'
import { colours, dataTable, inkOf, muted, section, withDetails, type Cell } from './blocks'
import { factTable, remarksOn } from './fact-table'
import type { Print } from './print'

/** A row of figures for each building, and below it what else is known of it. */
export function buildingsPart({ buildings, stale }: PassportData, print: Print): PdfPart[] {
  if (buildings.length === 0) return []
  const { t } = print
  return [
    ...section(t('passport.buildings'), stale.buildings),
    dataTable({
      widths: ['*', 60, 60, 48, 54, 50, 44],
      numeric: [1, 2, 3, 4, 5, 6],
      headers: [
        t('passport.building'),
        t('sites.field.totalAreaM2'),
        t('sites.field.freeAreaM2'),
        t('passport.clear_height'),
        t('sites.field.floors'),
        t('sites.field.yearBuilt'),
        t('passport.wear'),
      ],
      rows: buildings.flatMap((building) => buildingRows(building, stale.buildings, print)),
    }),
  ]
}

function buildingRows({ title, use, figures, more }: BuildingView, stale: string | undefined, print: Print) {
  const cells = figures.map((value): Cell => ({
    text: value ?? print.t('ui.state.unknown'),
    alignment: 'right',
    fontSize: value === null ? 7.5 : 9,
    color: value === null ? colours.muted : inkOf(stale),
  }))
  const name: Cell = {
    stack: [{ text: plain(title), bold: true }, ...(use === '' ? [] : [muted(use, 8)])],
  }
  const known = plain(joined(more.rows.map(({ label, value }) => joined([label, value], ': '))))
  const below = [known, ...remarksOn(more, 'owner', print)].filter((line) => line !== '').join('\n')
  return withDetails([name, ...cells], below) satisfies TableCell[][]
}

/** Land, transport and environment: what is known, where it comes from, what is not. */
export function surroundingsPart(data: PassportData, print: Print): PdfPart[] {
  return (['land', 'transport', 'environment'] as const).flatMap((part) => [
    ...section(print.t(`passport.${part}`), data.stale[part]),
    ...factTable(data[part], part === 'environment' ? 'owner' : 'akimat', data.stale[part], print),
  ])
}
