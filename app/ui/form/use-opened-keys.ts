import { useLocation } from '@remix-run/react'
import { useState } from 'react'

/**
 * The keys of the forms of a page as they were when it was opened. Data that are loaded again meanwhile bring new ones,
 * which would empty what is being typed, and make of a form that is sent again another one.
 */
export function useOpenedKeys<Keys>(keys: Keys): Keys {
  const { key: place } = useLocation()
  const [opened, setOpened] = useState({ place, keys })
  if (opened.place === place) return opened.keys
  setOpened({ place, keys })
  return keys
}
