import type { CommitmentView, PassportData } from '#app/domain/sites/passport/model'
import { plain } from '#app/domain/sites/passport/said'
import type { PdfPart } from '#app/platform/pdf/model'
import { colours, dataTable, heading, inkOf, muted, remark, section } from './blocks'
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
      rows: zone.rules.map(({ answer, question, because, citation }) => [
        { text: t(`sites.answer.${answer}`), bold: true, color: toneOf[answer] },
        { stack: [question, ...(because === '' ? [] : [muted(because, 8)])] },
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
export function commitmentsPart({ commitments, stale }: PassportData, print: Print): PdfPart[] {
  if (commitments.length === 0) return []
  const { t } = print
  return [
    ...section(t('passport.commitments'), stale.commitments),
    ...commitments.map((commitment) => commitmentPart(commitment, stale.commitments, print)),
  ]
}

function commitmentPart(commitment: CommitmentView, stale: string | undefined, { t }: Print): PdfPart {
  const { title, state, stateWord, facts, note, source } = commitment
  const isMissed = state === 'missed'
  return {
    stack: [
      {
        text: [
          { text: title, bold: true, color: inkOf(stale) },
          { text: `   ${stateWord}`, bold: isMissed, color: isMissed ? colours.bad : colours.accent },
        ],
      },
      { text: plain(facts), color: inkOf(stale) },
      ...(plain(note) === '' ? [] : [{ text: plain(note), color: inkOf(stale) }]),
      muted(source === null ? t('passport.no_source') : plain(source.text), 8),
    ],
    margin: [0, 0, 0, 6],
  }
}

/** All papers of the site, as the page lists them. */
export function papersPart({ papers }: PassportData, { t, say, format }: Print): PdfPart[] {
  if (papers.length === 0) return []
  return [
    heading(t('passport.papers.title')),
    dataTable({
      widths: ['*', 130, 150],
      headers: [t('dossier.field.paperTitle'), t('dossier.field.paperKind'), t('dossier.field.access')],
      rows: papers.map(({ kind, title, access, format: type, bytes }) => [
        say(title) || t(`passport.papers.kind.${kind}`),
        muted(`${t(`passport.papers.kind.${kind}`)}, ${type}, ${format.fileSize(bytes)}`),
        muted(t(`passport.papers.access.${access}`)),
      ]),
    }),
    remark(t('pdf.papers_note')),
  ]
}
