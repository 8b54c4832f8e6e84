/** A form that could not be taken: where it goes, and what stood in its fields. */
export type Typed = { to: string; fields: [name: string, value: string][] }

/** The form that an error brings along; null when it brings none. */
export function typedIn(data: unknown): Typed | null {
  return (data as { typed?: Typed | null } | null)?.typed ?? null
}
