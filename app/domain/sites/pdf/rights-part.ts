import type { Dossier } from '#app/domain/sites/model'
import type { PdfPart } from '#app/platform/pdf/model'
import { colours, dataTable, factTable, heading, muted, remark, type PaperFact } from './blocks'
import { factsOf, saySource } from './facts'
import type { PassportSheet } from './model'
import type { Print } from './print'

/** How to get it as steps, then what is known of the rights and what lies on them. */
export function rightsPart(sheet: PassportSheet, print: Print): PdfPart[] {
  const { t } = print
  const { dossier } = sheet
  return [
    heading(t('passport.how_to_get')),
    ...stepList(sheet, print),
    ...statedSteps(dossier, print),
    ...article234Part(sheet, print),
    heading(t('passport.rights')),
    ...factTable(rightsFacts(dossier, print), print),
    ...encumbranceLines(dossier, print),
    ...rightsSources(dossier, print),
  ]
}

/** The way that every site has: inquiry, visit and contract, for some the transfer. */
function stepList({ dossier, body }: PassportSheet, { t, format, say }: Print): PdfPart[] {
  const { tenures } = dossier.rights
  const isTransferred = tenures.includes('art234_free_transfer')
  const ways = tenures
    .filter((tenure) => tenure !== 'art234_free_transfer')
    .map((tenure) => t(`sites.tenure.${tenure}`))
  const steps = [
    {
      title: `${t('facts.step.inquiry_to')} ${say(body)}`,
      text: t('facts.step.inquiry_terms', { first: format.workingDays(2), decision: format.workingDays(15) }),
    },
    {
      title: t('facts.step.contract'),
      text: ways.length === 0 && !isTransferred ? t('facts.step.contract_unknown') : ways.join(', '),
    },
    ...(isTransferred ? [{ title: t('facts.step.transfer'), text: t('facts.step.transfer_terms') }] : []),
  ]
  return [
    {
      ol: steps.map(({ title, text }) => ({
        stack: [{ text: title, bold: true }, ...(text === '' ? [] : [muted(text)])],
        margin: [0, 0, 0, 4] as [number, number, number, number],
      })),
      markerColor: colours.accent,
    },
  ]
}

/** What the akimat wrote down step by step. */
function statedSteps({ rights }: Dossier, { t, format, say }: Print): PdfPart[] {
  if (rights.steps.length === 0) return []
  const unknown = muted(t('ui.state.unknown'))
  return [
    { text: t('pdf.steps'), bold: true, margin: [0, 6, 0, 2] },
    dataTable({
      widths: [16, 110, '*', 70, 80],
      numeric: [3, 4],
      headers: [
        '№',
        ...(['who', 'paper', 'workingDays', 'costKzt'] as const).map((name) => t(`dossier.field.${name}`)),
      ],
      rows: rights.steps.map(({ who, paper, workingDays, costKzt, link }, index) => [
        format.number(index + 1),
        t(`dossier.choice.step_actor.${who}`),
        {
          stack: [
            say(paper) || unknown,
            ...(link === '' ? [] : [{ text: link, link, color: colours.accent, fontSize: 8 }]),
          ],
        },
        { ...(workingDays === null ? unknown : { text: format.workingDays(workingDays) }), alignment: 'right' },
        { ...(costKzt === null ? unknown : { text: format.moneyExact(costKzt) }), alignment: 'right' },
      ]),
    }),
  ]
}

function article234Part({ article234, dossier }: PassportSheet, { t, format }: Print): PdfPart[] {
  const { idleSince, tenures } = dossier.rights
  if (article234 !== 'yes' || idleSince === null) return []
  const since = format.month(`${idleSince}-01`)
  const isOffered = tenures.includes('art234_free_transfer')
  return [remark(t(isOffered ? 'facts.article234_offered' : 'facts.article234_possible', { since }))]
}

function rightsFacts(dossier: Dossier, print: Print): PaperFact[] {
  const { cadastralNumbers } = dossier.identity
  const price = dossier.rights.price === null && dossier.rights.priceKind === null ? ['rights.priceKind'] : []
  return [
    ...factsOf(
      dossier,
      { group: 'rights', without: ['rights.steps', 'rights.encumbrances.', 'rights.priceNegotiable', ...price] },
      print,
    ),
    ...factsOf(dossier, { group: 'identity', under: 'identity.cadastral' }, print).filter(
      () => cadastralNumbers.length > 0,
    ),
  ]
}

function encumbranceLines({ rights }: Dossier, { t, say }: Print): PdfPart[] {
  return rights.encumbrances.map(({ kind, text }) => ({
    text: [{ text: t(`dossier.choice.encumbrance.${kind}`), bold: true }, say(text) === '' ? '' : `: ${say(text)}`],
    margin: [0, 4, 0, 0],
    color: colours.attention,
  }))
}

function rightsSources({ rights }: Dossier, print: Print): PdfPart[] {
  const parts = (['ownership', 'price', 'idleSince', 'encumbrances'] as const).flatMap((name) => {
    const source = saySource(rights.provenance[name], print)
    return source === null ? [] : [`${print.t(`sites.field.${name}`)}: ${source}`]
  })
  return parts.length === 0 ? [] : [remark(parts.join(' · '))]
}
