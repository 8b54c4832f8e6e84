import type { Building, Dossier, Provenance } from '#app/domain/sites/model'
import type { PdfPart } from '#app/platform/pdf/model'
import type { TableCell } from 'pdfmake/interfaces'
import { colours, dataTable, factTable, heading, muted, remark, withDetails, type Cell } from './blocks'
import { factsOf, sayKnown, saySource } from './facts'
import type { Print } from './print'

const shownInColumns = ['name', 'use', 'totalAreaM2', 'freeAreaM2', 'clearHeightM', 'floors', 'yearBuilt', 'wearPct']

/** A row of figures for each building, and below it what else is known of it. */
export function buildingsPart(dossier: Dossier, print: Print): PdfPart[] {
  if (dossier.buildings.length === 0) return []
  const { t } = print
  return [
    heading(t('passport.buildings')),
    dataTable({
      widths: ['*', 60, 60, 48, 54, 50, 44],
      numeric: [1, 2, 3, 4, 5, 6],
      headers: [
        '№',
        t('sites.field.totalAreaM2'),
        t('sites.field.freeAreaM2'),
        t('passport.clear_height'),
        t('sites.field.floors'),
        t('sites.field.yearBuilt'),
        t('passport.wear'),
      ],
      rows: dossier.buildings.flatMap((building, index) => buildingRows(building, index, dossier, print)),
    }),
  ]
}

function buildingRows(building: Building, index: number, dossier: Dossier, print: Print): TableCell[][] {
  const { t, format, isStale } = print
  const cell = (value: string | null): Cell => ({
    text: value ?? t('ui.state.unknown'),
    alignment: 'right',
    fontSize: value === null ? 7.5 : 9,
    color: value === null || isStale ? colours.muted : colours.ink,
  })
  const number = (value: number | null, show: (value: number) => string) => cell(value === null ? null : show(value))
  const path = `buildings.${index}`
  const more = sayKnown(
    factsOf(
      dossier,
      { group: 'buildings', under: `${path}.`, without: shownInColumns.map((name) => `${path}.${name}`) },
      print,
    ),
  )
  const source = saySource(building.provenance, print)
  const use = building.use === 'unknown' ? '' : t(`dossier.choice.building_use.${building.use}`)
  const below = [more, source === null ? '' : `${t('passport.utility.source')}: ${source}`].filter(Boolean).join('. ')
  const name = {
    stack: [
      { text: [`${index + 1}.`, building.name].filter(Boolean).join(' '), bold: true },
      ...(use === '' ? [] : [muted(use, 8)]),
    ],
  }
  return withDetails(
    [
      name,
      number(building.totalAreaM2, (value) => format.quantity(value, 'm2')),
      number(building.freeAreaM2, (value) => format.quantity(value, 'm2')),
      number(building.clearHeightM, (value) => format.quantity(value, 'm')),
      number(building.floors, (value) => format.number(value)),
      number(building.yearBuilt, String),
      number(building.wearPct, (value) => format.percent(value / 100)),
    ],
    below,
  )
}

export function landPart(dossier: Dossier, print: Print): PdfPart[] {
  return [
    heading(print.t('pdf.land')),
    ...factTable(factsOf(dossier, { group: 'land' }, print), print),
    ...sourceLine([dossier.land.provenance], print),
  ]
}

export function transportPart(dossier: Dossier, print: Print): PdfPart[] {
  const { road, rail } = dossier.transport.provenance
  return [
    heading(print.t('passport.transport')),
    ...factTable(factsOf(dossier, { group: 'transport' }, print), print),
    ...sourceLine([road, rail], print),
  ]
}

export function environmentPart(dossier: Dossier, print: Print): PdfPart[] {
  return [
    heading(print.t('pdf.environment')),
    ...factTable(factsOf(dossier, { group: 'environment' }, print), print),
    ...sourceLine([dossier.environment.provenance], print),
  ]
}

function sourceLine(provenances: readonly Provenance[], print: Print): PdfPart[] {
  const sources = [...new Set(provenances.flatMap((provenance) => saySource(provenance, print) ?? []))]
  return sources.length === 0 ? [] : [remark(`${print.t('passport.utility.source')}: ${sources.join('; ')}`)]
}
