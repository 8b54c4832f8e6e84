import { unitOf, utilityKinds } from '#app/domain/kernel/quantity'
import type { LocalDate } from '#app/domain/kernel/local-date'
import type { Commitment } from '#app/domain/sites/model'
import { commitmentState } from '#app/domain/sites/rules'
import type { PdfPart } from '#app/platform/pdf/model'
import type { TableCell } from 'pdfmake/interfaces'
import { colours, dataTable, heading, muted, remark } from './blocks'
import { saySource } from './facts'
import type { PassportSheet, SheetIncentive } from './model'
import type { Print } from './print'

const toneOf = { yes: colours.good, no: colours.bad, unknown: colours.muted } as const

/** Small industrial zone: what follows, and every rule with its answer, reason and citation. */
export function zonePart({ zone }: PassportSheet, { t }: Print): PdfPart[] {
  return [
    heading(`${t('passport.zone')}: ${t(`sites.zone_verdict.${zone.verdict}`)}`),
    dataTable({
      widths: [58, '*', 170],
      headers: [t('pdf.answer'), t('pdf.rule'), t('pdf.citation')],
      rows: zone.rules.map(({ answer, question, note, citation }) => [
        { text: t(`sites.answer.${answer}`), bold: true, color: toneOf[answer] },
        { stack: [question, ...(note === '' ? [] : [muted(note, 8)])] },
        muted(citation, 8),
      ]),
    }),
    ...(zone.limits === '' ? [] : [remark(zone.limits)]),
  ]
}

export function incentivesPart({ incentives }: PassportSheet, print: Print): PdfPart[] {
  if (incentives.length === 0) return []
  return [
    heading(print.t('passport.incentives')),
    ...incentives.flatMap((incentive) => incentivePart(incentive, print)),
  ]
}

function incentivePart(incentive: SheetIncentive, { t }: Print): PdfPart[] {
  const { name, terms, basis, availability, verdict, source } = incentive
  const isSure = availability === 'active'
  return [
    {
      stack: [
        {
          text: [
            { text: name, bold: true },
            {
              text: `   ${t(`passport.availability.${availability}`)}`,
              color: isSure ? colours.good : colours.attention,
            },
            ...(verdict === '' ? [] : [{ text: `   ${verdict}`, color: colours.ink }]),
          ],
        },
        { text: terms },
        muted([basis, source].filter(Boolean).join(' · '), 8),
      ],
      unbreakable: true,
      margin: [0, 0, 0, 6],
    },
  ]
}

/** What the authority will bring and when; a day that has passed shows as missed. */
export function commitmentsPart({ dossier, today }: PassportSheet, print: Print): PdfPart[] {
  if (dossier.commitments.length === 0) return []
  const { t } = print
  return [
    heading(t('pdf.commitments')),
    dataTable({
      widths: ['*', 62, 130, 72],
      headers: [
        t('dossier.field.work'),
        t('dossier.field.dueOn'),
        t('dossier.field.programme'),
        t('dossier.field.commitmentState'),
      ],
      rows: dossier.commitments.map((commitment) => commitmentRow(commitment, today, print)),
    }),
  ]
}

function commitmentRow(commitment: Commitment, today: LocalDate, print: Print): TableCell[] {
  const { t, format, say } = print
  const { work, added, note, dueOn, programme, budgetKzt } = commitment
  const utility = utilityKinds.find((kind) => kind === work)
  const quantity = added === null || utility === undefined ? '' : `+${format.quantity(added, unitOf[utility])}`
  const unknown = t('ui.state.unknown')
  const state = commitmentState(commitment, today)
  const source = saySource(commitment.provenance, print)
  return [
    {
      stack: [
        { text: [t(`dossier.choice.commitment_work.${work}`), quantity].filter(Boolean).join(' '), bold: true },
        ...(say(note) === '' ? [] : [say(note)]),
        muted(source ?? t('passport.no_source'), 8),
      ],
    },
    dueOn === null ? muted(unknown) : format.date(dueOn),
    {
      stack: [
        programme === '' ? muted(unknown) : programme,
        ...(budgetKzt === null ? [] : [muted(format.money(budgetKzt), 8)]),
      ],
    },
    {
      text: t(`dossier.choice.commitment_state.${state}`),
      bold: state === 'missed',
      color: state === 'missed' ? colours.bad : colours.ink,
    },
  ]
}

export function papersPart({ dossier }: PassportSheet, { t, say }: Print): PdfPart[] {
  if (dossier.papers.length === 0) return []
  return [
    heading(t('pdf.papers')),
    dataTable({
      widths: ['*', 130, 150],
      headers: [t('dossier.field.paperTitle'), t('dossier.field.paperKind'), t('dossier.field.access')],
      rows: dossier.papers.map(({ kind, title, access }) => [
        say(title) || t(`dossier.choice.paper.${kind}`),
        muted(t(`dossier.choice.paper.${kind}`)),
        muted(t(`dossier.choice.access.${access}`)),
      ]),
    }),
    remark(t('pdf.papers_note')),
  ]
}
