import { unitOf } from '#app/domain/kernel/quantity'
import type { PassportData, UtilityRow } from '#app/domain/sites/passport/model'
import { isSilent, joined, plain, type Said } from '#app/domain/sites/passport/said'
import type { PdfPart } from '#app/platform/pdf/model'
import { colours, dataTable, inkOf, muted, section, withDetails, type Cell } from './blocks'
import type { Print } from './print'

/** What each network gives: presence, quantities, what is free, and who says so. */
export function utilitiesPart({ utilities, stale }: PassportData, print: Print): PdfPart[] {
  const { t } = print
  const note = stale.utilities
  return [
    ...section(t('passport.utilities'), note),
    dataTable({
      widths: [70, '*', 52, 46, 64, 46, 92],
      numeric: [2, 3, 4, 5],
      headers: [
        t('passport.utility.name'),
        t('sites.field.presence'),
        t('sites.field.installed'),
        t('sites.field.used'),
        t('sites.field.reserved'),
        t('sites.field.free'),
        t('passport.utility.source'),
      ],
      rows: utilities.flatMap((row) => withDetails(cellsOf(row, note, print), plain(detailsOf(row, print)))),
    }),
  ]
}

function cellsOf(row: UtilityRow, stale: string | undefined, print: Print): Cell[] {
  const { t, format } = print
  const { kind, isThere, free, installed, used, reserved, whom, place, source } = row
  const isBlank = whom !== null && isSilent(place)
  const silence = isThere && !isBlank ? t('ui.state.unknown') : '–'
  const quantity = (value: number | null): Cell => ({
    text: value === null ? silence : format.number(value),
    alignment: 'right',
    fontSize: value === null ? 7.5 : 9,
    color: value === null ? colours.muted : inkOf(stale),
  })
  return [
    { stack: [{ text: t(`sites.utility.${kind}`), bold: true, fontSize: 8.5 }, muted(format.unit(unitOf[kind]), 8)] },
    {
      stack: [
        ...(whom === null ? [] : [muted(plain(whom))]),
        ...(isSilent(place) ? [] : [{ text: plain(place), fontSize: 8.5 }]),
      ],
    },
    quantity(installed),
    quantity(used),
    quantity(reserved),
    {
      ...quantity(free),
      ...(free === null ? {} : { bold: true, fontSize: 10, color: stale === undefined ? colours.good : colours.muted }),
    } as Cell,
    source === null
      ? muted(isBlank ? '–' : t('passport.no_source'), 8)
      : { text: plain(source.text), fontSize: 8, color: inkOf(stale) },
  ]
}

/** Voltage, pressure, diameter and the like; then the technical conditions. */
function detailsOf({ technical, conditions }: UtilityRow, { t }: Print): Said {
  if (conditions === null) return technical
  const { text, cost } = conditions
  return joined([technical, joined([joined([t('passport.conditions'), text], ': '), cost ?? ''], ', ')])
}
