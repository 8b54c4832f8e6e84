import type { FactBlock, FactRow } from '#app/domain/sites/passport/fact-block'
import type { SourceView } from '#app/domain/sites/passport/say-field'
import { useLanguage } from '#app/platform/i18n/use-language'
import { Say } from './say'

/** Who is named for what the akimat does not say. */
export type Supplier = 'akimat' | 'owner'

type FactRowsProps = { block: FactBlock; supplier: Supplier; isDense?: boolean }

/** What is known, where it comes from, and in one line what nobody has said and who can. */
export function FactRows({
  block: { rows, source, unknown, notApplicable },
  supplier,
  isDense = false,
}: FactRowsProps) {
  const { t } = useLanguage()
  return (
    <>
      {rows.length > 0 && (
        <dl className={isDense ? 'grid gap-x-8 sm:grid-cols-2' : undefined}>
          {rows.map((row) => (
            <Row key={row.label} row={row} isDense={isDense} />
          ))}
        </dl>
      )}
      <div className="text-muted mt-2 flex flex-col gap-1 text-sm">
        {source !== null && (
          <p>
            {t('passport.utility.source')}: <SourceText source={source} />
          </p>
        )}
        {unknown.length > 0 && (
          <p>{t('passport.no_data', { list: unknown.join(', '), who: t(`passport.supplier.${supplier}`) })}</p>
        )}
        {notApplicable.length > 0 && <p>{t('passport.not_applicable', { list: notApplicable.join(', ') })}</p>}
      </div>
    </>
  )
}

function Row({ row: { label, value, source }, isDense }: { row: FactRow; isDense: boolean }) {
  return (
    <div className={`border-line grid gap-x-4 border-b py-2 ${isDense ? 'grid-cols-2' : 'sm:grid-cols-[1fr_2fr]'}`}>
      <dt className="text-muted">{label}</dt>
      <dd className="min-w-0 tabular-nums">
        <Say of={value} />
        {source && (
          <span className="text-muted block text-sm">
            <SourceText source={source} />
          </span>
        )}
      </dd>
    </div>
  )
}

/** Source, paper, day; in wheat when its term is over. */
export function SourceText({ source: { text, isExpired } }: { source: SourceView }) {
  return (
    <span className={isExpired ? 'text-wheat-ink' : undefined}>
      <Say of={text} />
    </span>
  )
}
