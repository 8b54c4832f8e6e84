import type { Said } from '#app/domain/sites/passport/said'
import { Fragment } from 'react'

/** Words of the dossier; pieces in another language than the page are marked as such. */
export function Say({ of: said }: { of: Said }) {
  if (typeof said === 'string') return <>{said}</>
  return (
    <>
      {said.map((piece, index) =>
        typeof piece === 'string' ? (
          <Fragment key={index}>{piece}</Fragment>
        ) : (
          <span key={index} lang={piece.lang}>
            {piece.text}
          </span>
        ),
      )}
    </>
  )
}
