import type { Confidence } from '../../engine/diagnosis/cause.ts';

/** How sure the verdict is, in words and as a shape that needs no colour. */
export const CONFIDENCE_WORDS: Readonly<Record<Confidence, { readonly words: string; readonly gauge: string }>> = {
  high: { words: 'High confidence: the mechanism was seen', gauge: '■■■' },
  medium: { words: 'Medium confidence: the effect fits this cause best', gauge: '■■□' },
  low: { words: 'Low confidence: several causes remain', gauge: '■□□' },
};
