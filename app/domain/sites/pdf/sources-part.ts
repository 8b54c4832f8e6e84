import type { FactBlock } from '#app/domain/sites/passport/fact-block'
import type { PassportData } from '#app/domain/sites/passport/model'
import { plain } from '#app/domain/sites/passport/said'
import type { SourceView } from '#app/domain/sites/passport/say-field'
import type { PdfPart } from '#app/platform/pdf/model'
import { colours, heading, innerWidth, muted } from './blocks'
import type { PassportSheet } from './model'
import type { Print } from './print'

/** When each group of the data was confirmed, and until when that holds. */
export function confirmedPart({ confirmed }: PassportData, { t }: Print): PdfPart[] {
  if (confirmed.length === 0) return []
  return [
    heading(t('passport.confirmed_title')),
    {
      ul: confirmed.map(({ label, text, freshness }) => ({
        text: [
          { text: label, bold: true },
          { text: `   ${text}`, color: freshness === 'fresh' ? colours.muted : colours.attention },
        ],
      })),
    },
  ]
}

export function sourcesPart(sheet: PassportSheet, print: Print): PdfPart[] {
  return [
    heading(print.t('pdf.sources')),
    { canvas: [{ type: 'line', x1: 0, y1: 0, x2: innerWidth, y2: 0, lineWidth: 0.6, lineColor: '#d9d4ca' }] },
    {
      ol: sourcesOf(sheet, print).map((text) => ({ ...muted(text, 8) })),
      ...{ markerColor: colours.muted, fontSize: 8, margin: [0, 6, 0, 0] },
    },
  ]
}

type Stated = [label: string, source: SourceView | null | undefined]

/** Every source that the paper rests on, each once: those of the dossier first, then law, measures, town and map. */
function sourcesOf({ data, zone, incentives, townSources }: PassportSheet, { t }: Print): string[] {
  const stated: Stated[] = [
    ...data.utilities.map(({ kind, source }): Stated => [t(`sites.utility.${kind}`), source]),
    ...ofBlock(t('passport.rights'), data.rights),
    ...ofBlock(t('passport.land'), data.land),
    ...data.buildings.flatMap(({ more }) => ofBlock(t('passport.buildings'), more)),
    ...ofBlock(t('passport.transport'), data.transport),
    ...ofBlock(t('passport.environment'), data.environment),
    ...data.commitments.map(({ source }): Stated => [t('passport.commitments'), source]),
  ]
  const lines = stated.flatMap(([label, source]) => (source ? [`${label}: ${plain(source.text)}`] : []))
  const cited = zone.rules.map(({ citation }) => citation)
  const measures = incentives.map(({ name, source }) => (source === '' ? '' : `${name}: ${source}`))
  const known = townSources.map((source) => `${plain(data.town.name)}: ${source}`)
  return [...new Set([...lines, ...cited, ...measures, ...known, t('pdf.map_note')].filter((line) => line !== ''))]
}

function ofBlock(title: string, { rows, source }: FactBlock): Stated[] {
  return [[title, source], ...rows.map((row): Stated => [row.label, row.source])]
}
