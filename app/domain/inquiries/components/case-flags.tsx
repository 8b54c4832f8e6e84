import { useLanguage } from '#app/platform/i18n/use-language'
import { Notice } from '#app/ui/notice'
import { Link } from '@remix-run/react'
import type { BodyCase } from '../model'
import { RatingNote } from './rating-panel'

/** What the body should know of a case beside the talk: an earlier one that it repeats, and how it was rated. */
export function CaseFlags({ inquiry: { duplicateOf, rating } }: { inquiry: Pick<BodyCase, 'duplicateOf' | 'rating'> }) {
  const { t, href } = useLanguage()
  return (
    <>
      {duplicateOf !== null && (
        <Notice tone="attention">
          {t('investor.duplicate.possible')}{' '}
          <Link
            to={href(`/spk/inquiries/${duplicateOf.number}/${duplicateOf.part}`)}
            className="text-accent inline-flex min-h-11 items-center underline"
          >
            {duplicateOf.number}
          </Link>
        </Notice>
      )}
      {rating !== null && (
        <Notice tone="neutral">
          <RatingNote rating={rating} />
        </Notice>
      )}
    </>
  )
}
