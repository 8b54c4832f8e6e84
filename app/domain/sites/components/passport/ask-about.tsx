import { createContext, useContext, type ReactNode } from 'react'

/** What a reader can do about values that nobody has stated: a room to the right puts it in, a preview has nothing. */
const AskContext = createContext<(under: string) => ReactNode>(() => null)

export const AskProvider = AskContext.Provider

/** Stands where the passport says that it does not know a value; `under`: beginning of the names of those fields. */
export function AskAbout({ under }: { under: string }) {
  return useContext(AskContext)(under)
}
