import type { Localized } from '#app/domain/kernel/localized'
import { PassportPage, type PassportSlots } from '#app/domain/sites/components/passport/passport-page'
import type { PassportData } from '#app/domain/sites/passport/model'
import type { EditorRemark } from '#app/domain/sites/editor-data'
import type { Change } from '#app/domain/sites/form/changes'
import { revisionField, type ReviewReply } from '#app/domain/sites/form/review-form'
import type { Gap } from '#app/domain/sites/submission'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Button } from '#app/ui/button'
import { DialogLink } from '#app/ui/dialog'
import { Form } from '#app/ui/form/form'
import { LinkButton } from '#app/ui/link-button'
import { Notice } from '#app/ui/notice'
import { Panel } from '#app/ui/panel'
import { ProgressBar } from '#app/ui/progress-bar'
import { Link, useNavigation } from '@remix-run/react'
import { useGapLabel } from '../gap-label'
import { RemarkList } from '../remark-list'
import { ChangesTable } from './changes-table'
import { ReturnForm } from './return-form'

export type ReviewData = {
  number: string
  revision: number
  /** It was returned and submitted again while the reviewer read. */
  isNotSeen: boolean
  /** Nothing of the site is public yet. */
  isFirst: boolean
  changes: Change[]
  completeness: { percent: number; missing: Gap[] }
  remarks: EditorRemark[]
  incentives: { key: string; name: Localized }[]
  isPublishing: boolean
  passport: PassportData
}

type ReviewPageProps = { review: ReviewData; reply: ReviewReply | undefined; slots: PassportSlots }

/** What somebody else wrote, against what is public, with the two decisions. */
export function ReviewPage({ review, reply, slots }: ReviewPageProps) {
  const { t, href } = useLanguage()
  const { number } = review
  return (
    <div className="flex flex-col gap-8">
      <div className="flex flex-col gap-2">
        <Link to={href(`/akimat/sites/${number}`)} className="inline-flex min-h-11 items-center self-start underline">
          {t('akimat.review.back', { number })}
        </Link>
        <p className="text-muted max-w-text">{t(review.isFirst ? 'akimat.review.first' : 'akimat.review.change')}</p>
      </div>
      {review.isNotSeen && <Notice tone="attention" role="alert" title={t('akimat.review.not_seen')} />}
      {review.isPublishing && (
        <Panel title={t('akimat.review.publish_title')} tone="attention">
          <PublishForm number={number} revision={review.revision} />
        </Panel>
      )}
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <ChangesTable changes={review.changes} incentives={review.incentives} isFirst={review.isFirst} reply={reply} />
        <aside className="flex flex-col gap-4 lg:sticky lg:top-4">
          <Panel>
            <ProgressBar label={t('akimat.completeness')} share={review.completeness.percent / 100} />
            <MissingWords missing={review.completeness.missing} />
            <DialogLink
              to="?ask=publish"
              label={t('akimat.review.publish')}
              title={t('akimat.review.publish_title')}
              look="primary"
              isWide
            >
              {() => <PublishForm number={number} revision={review.revision} />}
            </DialogLink>
          </Panel>
          <Panel title={t('akimat.review.return_title')}>
            <ReturnForm revision={review.revision} reply={reply} />
          </Panel>
          {review.remarks.length > 0 && (
            <Panel title={t('akimat.review.earlier')}>
              <RemarkList remarks={review.remarks} />
            </Panel>
          )}
        </aside>
      </div>
      <PassportPage data={review.passport} {...slots} />
    </div>
  )
}

function MissingWords({ missing }: { missing: Gap[] }) {
  const { t } = useLanguage()
  const label = useGapLabel()
  if (missing.length === 0) return null
  return (
    <p className="text-muted text-sm">
      {t('akimat.missing')} {missing.map(label).join('; ')}
    </p>
  )
}

function PublishForm({ number, revision }: { number: string; revision: number }) {
  const { t, href } = useLanguage()
  const { state } = useNavigation()
  return (
    <Form method="post" action="?" className="flex flex-col gap-4">
      <input type="hidden" name={revisionField} value={revision} />
      <p>{t('akimat.review.publish_text')}</p>
      <div className="flex flex-wrap gap-2">
        <Button look="primary" name="intent" value="publish" isBusy={state === 'submitting'}>
          {t('akimat.review.publish')}
        </Button>
        <LinkButton to={href(`/akimat/sites/${number}/review`)}>{t('ui.action.cancel')}</LinkButton>
      </div>
    </Form>
  )
}
