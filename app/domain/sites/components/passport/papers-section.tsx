import { chooseText } from '#app/domain/kernel/localized'
import { canInquire, isOnRequest } from '#app/domain/sites/passport-rules'
import type { PassportData } from '#app/domain/sites/passport/model'
import type { PublicPaper } from '#app/domain/sites/public-files'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Link } from '@remix-run/react'
import { PassportSection } from './passport-section'

/** The papers of the site: who may open one gets it, who may not learns how. */
export function PapersSection({ data }: { data: PassportData }) {
  const { t } = useLanguage()
  if (data.papers.length === 0) return null
  const isAskedFor = data.papers.some((paper) => isOnRequest(paper, data.openLevels))
  return (
    <PassportSection id="papers" title={t('passport.papers.title')}>
      <ul className="divide-line border-line divide-y border-y">
        {data.papers.map((paper) => (
          <PaperRow key={paper.fileId} paper={paper} data={data} />
        ))}
      </ul>
      {isAskedFor && <p className="text-muted mt-2 text-sm">{t('passport.papers.on_request_note')}</p>}
    </PassportSection>
  )
}

function PaperRow({ paper, data }: { paper: PublicPaper; data: PassportData }) {
  const { t, lang, format } = useLanguage()
  const kind = t(`passport.papers.kind.${paper.kind}`)
  const title = chooseText(paper.title, lang)
  const name = title.text || kind
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3">
      <span className="min-w-0 grow basis-40">
        <span
          lang={title.text && title.language !== lang ? title.language : undefined}
          className="font-semibold break-words"
        >
          {name}
        </span>
        <span className="text-muted block text-sm">
          {title.text !== '' && paper.kind !== 'other' && `${kind} · `}
          {paper.format}, {format.fileSize(paper.bytes)} · {t(`passport.papers.access.${paper.access}`)}
        </span>
      </span>
      <PaperAction paper={paper} name={name} data={data} />
    </li>
  )
}

type PaperActionProps = { paper: PublicPaper; name: string; data: PassportData }

function PaperAction({ paper: { fileId, access }, name, data: { number, status, openLevels } }: PaperActionProps) {
  const { t, href } = useLanguage()
  const look = 'text-accent inline-flex min-h-11 items-center print:hidden'
  if (openLevels.includes(access)) {
    return (
      <a href={`/files/${fileId}`} download aria-label={t('passport.papers.open_of', { name })} className={look}>
        {t('passport.papers.open')}
      </a>
    )
  }
  if (access === 'registered') {
    const next = new URLSearchParams({ next: href(`/sites/${number}`) })
    return (
      <Link to={href(`/sign-in?${next}`)} aria-label={t('passport.papers.sign_in_of', { name })} className={look}>
        {t('passport.papers.sign_in')}
      </Link>
    )
  }
  if (!canInquire(status)) return null
  const asked = new URLSearchParams({ site: number, paper: fileId })
  return (
    <Link to={href(`/inquiries/new?${asked}`)} aria-label={t('passport.papers.ask_of', { name })} className={look}>
      {t('passport.papers.ask')}
    </Link>
  )
}
