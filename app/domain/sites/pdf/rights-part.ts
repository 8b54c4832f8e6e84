import type { PassportData, StepView } from '#app/domain/sites/passport/model'
import { plain } from '#app/domain/sites/passport/said'
import type { PdfPart } from '#app/platform/pdf/model'
import { colours, muted, remark, section } from './blocks'
import { factTable } from './fact-table'
import type { Print } from './print'

/** How to get it as steps, then what is known of the rights and what lies on them. */
export function rightsPart(data: PassportData, print: Print): PdfPart[] {
  const { t } = print
  const { howToGet, rights, encumbrances, stale } = data
  const { steps, isStated, note } = howToGet
  return [
    ...section(t('passport.how_to_get'), isStated ? stale.rights : undefined),
    { ol: steps.map(stepLines), markerColor: colours.accent },
    remark(t(isStated ? 'passport.steps_stated' : 'passport.steps_general')),
    ...(note === null ? [] : [remark(note)]),
    ...section(t('passport.rights'), stale.rights),
    ...factTable(rights, 'owner', stale.rights, print),
    ...encumbrances.map(({ label, value }): PdfPart => ({
      text: [{ text: label, bold: true }, plain(value) === '' ? '' : `: ${plain(value)}`],
      margin: [0, 4, 0, 0],
      color: colours.attention,
    })),
  ]
}

function stepLines({ title, body, link }: StepView) {
  return {
    stack: [
      { text: plain(title), bold: true },
      ...(plain(body) === '' ? [] : [muted(plain(body))]),
      ...(link === null ? [] : [{ text: link.href, link: link.href, color: colours.accent, fontSize: 8 }]),
    ],
    margin: [0, 0, 0, 4] as [number, number, number, number],
  }
}
