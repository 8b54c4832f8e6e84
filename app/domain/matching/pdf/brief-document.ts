import { colours, dataTable, heading, muted, remark } from '#app/domain/sites/pdf/blocks'
import type { Format } from '#app/platform/i18n/format'
import { languageTags } from '#app/platform/i18n/language'
import type { PdfPaper, PdfPart } from '#app/platform/pdf/model'
import type { TFunction } from 'i18next'
import type { Criterion, OutcomeState } from '../model'
import type { MatchView } from '../brief-view'
import type { BriefSheet } from './model'

/** What every part of the paper needs to speak. */
type Print = { t: TFunction; format: Format }

/** Sites that the paper explains need by need. */
const explained = 5

const stateColours: Record<OutcomeState, string> = {
  met: colours.good,
  partly: colours.attention,
  not_met: colours.bad,
  unknown: colours.attention,
}

/** A brief and its answer as a paper for the file. */
export function writeBriefPaper(sheet: BriefSheet, print: Print): PdfPaper {
  const { t } = print
  return {
    content: [
      ...headPart(sheet, print),
      ...needsPart(sheet, print),
      ...matchesPart(sheet, print),
      ...othersPart(sheet, print),
      ...detailsPart(sheet, print),
      remark(t('briefs.pdf.legend')),
    ],
    header: pageHeader(sheet, print),
    footer: pageFooter(sheet, print),
    images: {},
    title: sheet.title,
    subject: t('briefs.pdf.subject'),
    author: t('ui.product.name'),
    language: languageTags[sheet.lang],
    margins: [42, 56, 42, 46],
    isCompressed: true,
  }
}

function pageHeader({ isDemo, answer }: BriefSheet, { t }: Print): PdfPart {
  const hasDemo = isDemo || [...answer.matches, ...answer.open, ...answer.near].some(({ site }) => site.isDemo)
  return {
    margin: [42, 22, 42, 0],
    columns: [
      {
        text: [{ text: t('ui.product.name'), bold: true, color: colours.accent }, `  ·  ${t('briefs.pdf.subject')}`],
        ...{ fontSize: 8.5, width: '*', color: colours.muted },
      },
      ...(hasDemo
        ? [{ text: t('ui.shell.demo'), fontSize: 7.5, width: 'auto' as const, color: colours.attention }]
        : []),
    ],
  }
}

function pageFooter({ url, answer }: BriefSheet, { t, format }: Print): PdfPart {
  const made = t('briefs.pdf.made', { date: format.dateTime(answer.judgedAt), algorithm: answer.algorithm })
  return {
    margin: [42, 12, 42, 0],
    columns: [
      { text: new URL(url).host, link: url, fontSize: 7.5, color: colours.accent, width: 'auto' },
      { ...muted(made, 7.5), alignment: 'center', width: '*' },
      { ...muted('{page} / {pages}', 7.5), alignment: 'right', width: 40 },
    ],
  }
}

function headPart({ title, project, url }: BriefSheet, { t, format }: Print): PdfPart[] {
  const { startOn, jobs, investmentKzt } = project
  const facts = [
    startOn === null ? '' : `${t('briefs.start')}: ${format.date(startOn)}`,
    jobs === null ? '' : `${t('briefs.jobs')}: ${format.number(jobs)}`,
    investmentKzt === null ? '' : `${t('briefs.investment')}: ${format.money(investmentKzt)}`,
  ].filter(Boolean)
  return [
    { text: title, link: url, bold: true, fontSize: 18, margin: [0, 0, 0, 4] },
    ...(facts.length === 0 ? [] : [muted(facts.join('  ·  '))]),
  ]
}

function needsPart({ answer }: BriefSheet, { t }: Print): PdfPart[] {
  return [
    heading(t('briefs.needs')),
    dataTable({
      widths: [170, '*', 110],
      headers: [t('briefs.table.need'), t('briefs.table.asked'), ''],
      rows: answer.needs.map(({ label, asked, weight }) => [label, asked, muted(weight)]),
    }),
  ]
}

function matchesPart(sheet: BriefSheet, print: Print): PdfPart[] {
  const { t, format } = print
  const { matches, total } = sheet.answer
  return [
    heading(t('search.fits', { count: total, value: format.number(total) })),
    ...(matches.length === 0 ? [remark(t('briefs.pdf.none'))] : [siteTable(matches, sheet, print)]),
  ]
}

function othersPart(sheet: BriefSheet, print: Print): PdfPart[] {
  const { t, format } = print
  const { open, openTotal, near, nearTotal } = sheet.answer
  const part = (title: string, lead: string, matches: readonly MatchView[]): PdfPart[] =>
    matches.length === 0 ? [] : [heading(title), remark(lead), siteTable(matches, sheet, print)]
  return [
    ...part(t('search.open_title', { value: format.number(openTotal) }), t('briefs.open_lead'), open),
    ...part(t('briefs.near_title', { value: format.number(nearTotal) }), t('briefs.near_lead'), near),
  ]
}

/** Sites with their interval and the points for and against them. */
function siteTable(matches: readonly MatchView[], sheet: BriefSheet, { t, format }: Print): PdfPart {
  const points = (match: MatchView, chosen: readonly Criterion[]) =>
    chosen.map((criterion) => pointOf(match, criterion, sheet)).join('\n')
  return dataTable({
    widths: [18, 140, 58, '*', '*'],
    headers: [
      t('briefs.pdf.rank'),
      t('briefs.pdf.site'),
      t('briefs.pdf.fit'),
      t('briefs.pdf.for'),
      t('briefs.pdf.against'),
    ],
    rows: matches.map((match, index) => [
      muted(String(index + 1)),
      { stack: [{ text: match.site.name.text || match.site.number, bold: true }, muted(placeOf(match, t), 8)] },
      { text: format.percentRange(match.low, match.high), bold: true },
      { text: points(match, match.strongest), fontSize: 8 },
      { text: points(match, match.weakest), fontSize: 8 },
    ]),
  })
}

function placeOf({ site }: MatchView, t: TFunction): string {
  return [site.number, site.town, t(`sites.kind.${site.kind}`), site.isDemo ? t('ui.state.demo') : '']
    .filter(Boolean)
    .join(' · ')
}

function pointOf(match: MatchView, criterion: Criterion, { answer }: BriefSheet): string {
  const label = answer.needs.find((need) => need.criterion === criterion)?.label ?? ''
  const outcome = match.outcomes.find((candidate) => candidate.criterion === criterion)
  return `${label}: ${[outcome?.says, outcome?.note].filter(Boolean).join('; ')}`
}

/** The first sites need by need. */
function detailsPart({ answer }: BriefSheet, { t, format }: Print): PdfPart[] {
  return answer.matches.slice(0, explained).flatMap((match) => [
    heading(`${match.site.name.text || match.site.number} · ${format.percentRange(match.low, match.high)}`),
    remark(`${t('briefs.pdf.in_detail')}: ${placeOf(match, t)}`),
    dataTable({
      widths: [130, 100, 110, '*'],
      headers: [t('briefs.table.need'), t('briefs.table.asked'), t('briefs.table.says'), t('briefs.table.state')],
      rows: match.outcomes.map(({ criterion, state, says, note }) => {
        const need = answer.needs.find((candidate) => candidate.criterion === criterion)
        return [
          { stack: [{ text: need?.label ?? '' }, muted(need?.weight ?? '', 7.5)] },
          need?.asked ?? '',
          says,
          { stack: [{ text: t(`matching.state.${state}`), color: stateColours[state] }, muted(note, 7.5)] },
        ]
      }),
    }),
  ])
}
