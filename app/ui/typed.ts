/** A form that was not taken: where it goes, what stood in its fields, and as whom it would be sent once more. */
export type Typed = { to: string; fields: [name: string, value: string][]; token: string | null; sender: string | null }

/** The form that an error brings along; null when it brings none. */
export function typedIn(data: unknown): Typed | null {
  return (data as { typed?: Typed | null } | null)?.typed ?? null
}
