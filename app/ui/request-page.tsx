import { createContext, useContext } from 'react'

/** What the server knows about the request that a page is rendered for; the browser gets an empty nonce. */
export type RequestPage = { cspNonce: string; requestId: string | null }

/** Filled by the server's entry only: the nonce must not be readable in the data of a page. */
export const RequestPageContext = createContext<RequestPage>({ cspNonce: '', requestId: null })

const REQUEST_META = 'alan-request'

/** In the browser: what the document said about itself when it came. */
const loaded =
  typeof document === 'undefined'
    ? null
    : {
        path: window.location.pathname,
        requestId: document.querySelector<HTMLMetaElement>(`meta[name="${REQUEST_META}"]`)?.content ?? null,
      }

export function useNonce(): string {
  return useContext(RequestPageContext).cspNonce
}

/** Lets the browser's copy of an error page show the same id as the server's. */
export function RequestMeta() {
  const requestId = useContext(RequestPageContext).requestId ?? loaded?.requestId ?? null
  return requestId === null ? null : <meta name={REQUEST_META} content={requestId} />
}

/**
 * Id of the request that brought the page at `pathname`; null when the browser came there without loading a document,
 * since the id then belongs to another request.
 */
export function useRequestId(pathname: string): string | null {
  const { requestId } = useContext(RequestPageContext)
  return requestId ?? (loaded?.path === pathname ? loaded.requestId : null)
}
