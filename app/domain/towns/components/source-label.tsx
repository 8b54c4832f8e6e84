import { sourceCodes, type Source } from '#app/domain/towns/model'
import { useTranslation } from 'react-i18next'

/** Where a fact comes from, as a link when there is an address. Names of sources keep their own language. */
export function SourceLabel({ source }: { source: Source }) {
  const { t } = useTranslation()
  const code = sourceCodes.find((candidate) => candidate === source.label)
  if (code) return <>{t(`towns.source.${code}`)}</>
  if (source.url === null) return <span lang="zxx">{source.label}</span>
  return (
    <a href={source.url} rel="noreferrer" lang="zxx" className="underline">
      {source.label}
    </a>
  )
}
