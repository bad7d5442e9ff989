/** What a phase of a request leads to. */
export type Move =
  | { readonly kind: 'go-on' }
  | { readonly kind: 'internal-redirect'; readonly uri: string; readonly args: string | null }
  | { readonly kind: 'named'; readonly name: string }
  | { readonly kind: 'fail'; readonly status: number }
  | { readonly kind: 'served' };
