import { plain } from '#app/domain/sites/passport/said'
import { languageTags } from '#app/platform/i18n/language'
import type { PdfPaper, PdfPart } from '#app/platform/pdf/model'
import type { TFunction } from 'i18next'
import { colours, heading, muted } from './blocks'
import { commitmentsPart, incentivesPart, papersPart, zonePart } from './decision-part'
import { headPart, photoPart, placePart } from './head-part'
import type { PassportSheet } from './model'
import { buildingsPart, surroundingsPart } from './premises-part'
import { makePrint, type Print } from './print'
import { relativesPart } from './relatives-part'
import { rightsPart } from './rights-part'
import { confirmedPart, sourcesPart } from './sources-part'
import { utilitiesPart } from './utilities-part'

/** The passport of a site as a paper. `images`: the photographs of the sheet by `fileId`, as data URLs. */
export function writePassport(sheet: PassportSheet, t: TFunction, images: Record<string, string>): PdfPaper {
  const print = makePrint(sheet.lang, t)
  const { name, town, number } = sheet.data
  return {
    content: contentOf(sheet, print),
    header: pageHeader(sheet, print),
    footer: pageFooter(sheet, print),
    images,
    title: t('facts.meta_title', { name: plain(name), town: plain(town.name), number }),
    subject: t('pdf.title'),
    author: t('ui.product.name'),
    language: languageTags[sheet.lang],
    margins: [42, 56, 42, 46],
    isCompressed: true,
  }
}

function contentOf(sheet: PassportSheet, print: Print): PdfPart[] {
  const { data } = sheet
  return [
    ...headPart(sheet, print),
    ...photoPart(sheet.photos),
    placePart(sheet, print),
    ...descriptionPart(sheet, print),
    ...utilitiesPart(data, print),
    ...rightsPart(data, print),
    ...commitmentsPart(data, print),
    ...relativesPart(data, print),
    ...buildingsPart(data, print),
    ...surroundingsPart(data, print),
    ...zonePart(sheet, print),
    ...incentivesPart(sheet, print),
    ...papersPart(data, print),
    ...confirmedPart(data, print),
    ...townPart(sheet),
    ...sourcesPart(sheet, print),
  ]
}

/** On every page: whose paper this is, and that a demonstration is one. */
function pageHeader({ data: { number, isDemo } }: PassportSheet, { t }: Print): PdfPart {
  const demo: PdfPart = {
    layout: 'plain',
    table: {
      widths: ['auto'],
      body: [
        [
          {
            text: ` ${t('ui.shell.demo')} `,
            ...{ fontSize: 7.5, color: colours.attention, fillColor: colours.attentionGround },
          },
        ],
      ],
    },
  }
  return {
    margin: [42, 22, 42, 0],
    columns: [
      {
        text: [
          { text: t('ui.product.name'), bold: true, color: colours.accent },
          `  ·  ${t('pdf.title')}  ·  ${number}`,
        ],
        ...{ fontSize: 8.5, width: 'auto', color: colours.muted },
      },
      { text: '', width: '*' },
      ...(isDemo ? [{ ...demo, width: 'auto' as const }] : []),
    ],
  }
}

function pageFooter({ url, today }: PassportSheet, { t, format }: Print): PdfPart {
  return {
    margin: [42, 12, 42, 0],
    columns: [
      { text: url, link: url, fontSize: 7.5, color: colours.accent, width: 'auto' },
      { ...muted(t('pdf.made', { date: format.date(today) }), 7.5), alignment: 'center', width: '*' },
      { ...muted('{page} / {pages}', 7.5), alignment: 'right', width: 40 },
    ],
  }
}

function descriptionPart({ data: { texts } }: PassportSheet, { t }: Print): PdfPart[] {
  if (texts.length === 0) return []
  return [
    heading(t('passport.description')),
    ...texts.map((text): PdfPart => ({ text: plain(text), margin: [0, 0, 0, 4] })),
  ]
}

function townPart({ data: { town } }: PassportSheet): PdfPart[] {
  if (town.facts.length === 0) return []
  return [heading(plain(town.name)), { ul: town.facts.map(plain) }]
}
