import type { No } from '#app/domain/kernel/verdict'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Notice } from '#app/ui/notice'
import { PageHeading } from '#app/ui/page-heading'
import type { ReactNode } from 'react'
import type { ResponsibilityCode } from '../assignments'

type Props = {
  title: ReactNode
  lead: string
  /** Why the last order was not carried out. */
  refused: No<ResponsibilityCode> | null
  isDone: boolean
  children: ReactNode
}

/** A page below that of the responsible bodies: what became of the last order stands above its parts. */
export function ResponsibilityPage({ title, lead, refused, isDone, children }: Props) {
  const { t, href, format } = useLanguage()
  const { day, number = '' } = refused?.params ?? {}
  return (
    <div className="flex flex-col gap-8">
      <div className="flex flex-col gap-4">
        <PageHeading
          title={title}
          crumbs={[{ label: t('responsibility.title'), to: href('/admin/responsibility') }]}
          lead={lead}
        />
        {refused && (
          <Notice tone="bad" role="alert">
            {t(`responsibility.refused.${refused.code}`, {
              ...{ number, day: typeof day === 'string' ? format.date(day) : '' },
            })}
          </Notice>
        )}
        {isDone && (
          <Notice tone="good" role="status">
            {t('responsibility.saved')}
          </Notice>
        )}
      </div>
      {children}
    </div>
  )
}
