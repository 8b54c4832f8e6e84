import { unitOf, utilityKinds, type UtilityKind } from '#app/domain/kernel/quantity'
import { freeCapacity } from '#app/domain/sites/rules'
import type { Dossier, Utility } from '#app/domain/sites/model'
import type { PdfPart } from '#app/platform/pdf/model'
import { colours, dataTable, heading, muted, withDetails, type Cell } from './blocks'
import { factsOf, sayKnown, saySource } from './facts'
import type { Print } from './print'

const shownInColumns = ['presence', 'installed', 'used', 'reserved', 'free', 'distanceM', 'operator']

/** What each network gives: presence, quantities, what is free, and who says so. */
export function utilitiesPart(dossier: Dossier, print: Print): PdfPart[] {
  const { t } = print
  return [
    heading(t('passport.utilities')),
    dataTable({
      widths: [60, '*', 50, 59, 52, 48, 96],
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
      rows: utilityKinds.flatMap((kind) =>
        withDetails(utilityRow(kind, dossier, print), technicalWords(kind, dossier, print)),
      ),
    }),
  ]
}

function utilityRow(kind: UtilityKind, dossier: Dossier, print: Print): Cell[] {
  const { t, format, isStale } = print
  const utility = dossier.utilities[kind]
  const isAbsent = utility.presence === 'none' || utility.presence === 'planned'
  const quantity = (value: number | null): Cell => ({
    text: value === null ? (isAbsent || isAllUnknown(utility) ? '–' : t('ui.state.unknown')) : format.number(value),
    alignment: 'right',
    fontSize: value === null ? 7.5 : 9,
    color: value === null || isStale ? colours.muted : colours.ink,
  })
  const free = freeCapacity(utility)
  const freeCell: Cell = {
    text: isAbsent ? '–' : free === null ? t('ui.state.unknown') : format.number(free),
    ...{ alignment: 'right', bold: free !== null && !isAbsent, fontSize: free === null ? 7.5 : 10 },
    color: free === null || isAbsent || isStale ? colours.muted : colours.good,
  }
  return [
    { stack: [{ text: t(`sites.utility.${kind}`), bold: true, fontSize: 8.5 }, muted(format.unit(unitOf[kind]), 8)] },
    { stack: presenceLines(kind, dossier, print) },
    quantity(utility.installed),
    quantity(utility.used),
    quantity(utility.reserved),
    freeCell,
    sourceCell(utility, print),
  ]
}

function isAllUnknown({ presence, installed, used, reserved, free }: Utility): boolean {
  return presence === 'unknown' && [installed, used, reserved, free].every((value) => value === null)
}

/** Presence, the way to the connection point, the operator. */
function presenceLines(kind: UtilityKind, dossier: Dossier, print: Print): PdfPart[] {
  const { t, format } = print
  const utility = dossier.utilities[kind]
  if (isAllUnknown(utility)) {
    const whom =
      utility.operator === '' ? t('facts.unknown_akimat') : `${t('facts.unknown_operator')} ${utility.operator}`
    return [muted(whom)]
  }
  const { distanceM } = utility
  const distance =
    distanceM === null || distanceM === 0
      ? ''
      : t('facts.connection_at', {
          distance: distanceM >= 1000 ? format.quantity(distanceM / 1000, 'km') : format.quantity(distanceM, 'm'),
        })
  return [
    {
      text: [t(`sites.presence.${utility.presence}`), distance, utility.operator].filter(Boolean).join(' · '),
      fontSize: 8.5,
    },
  ]
}

/** What else is known of the network. */
function technicalWords(kind: UtilityKind, dossier: Dossier, print: Print): string {
  const path = `utilities.${kind}.`
  const without = shownInColumns.map((part) => path + part)
  return sayKnown(factsOf(dossier, { group: 'utilities', under: path, without }, print))
}

function sourceCell({ provenance, presence }: Utility, print: Print): Cell {
  const source = saySource(provenance, print)
  if (source === null) return muted(presence === 'unknown' ? '–' : print.t('passport.no_source'), 8)
  const isOld = print.isStale ? `\n${print.t('facts.being_checked')}` : ''
  return { text: source + isOld, fontSize: 8, color: print.isStale ? colours.muted : colours.ink }
}
