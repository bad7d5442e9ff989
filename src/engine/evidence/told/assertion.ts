/** How people say that something happened to them, in the languages they mostly report in. */
const REPORTS =
  /\b(?:gets?|getting|got|gotten|sees?|seeing|saw|receiv\w{1,4}|returns?|returned|returning|shows?|showing|shown|throws?|throwing|threw|fails?|failed|failing|gives?|giving|gave|says?|said|saying|responds?|responded|answers?|answered|ends?|ended|dies|died|reports?|reported|logs?|logged|crash\w{0,3}|happen\w{0,3}|there (?:is|are)|ha(?:s|ve|d)|having|problems?|issues?|errors?|stuck|appear\w{0,3}|times? out|timed out|keeps?|keep|results?|turns? out|turned out|works again|works fine|display\w{0,3}|produces?|fac(?:e|ing)|experienc\w{1,3}|encounter\w{0,3}|intermittent\w{0,2}|randomly|sometimes|suddenly|always|reads?|contains?|was|were|bekomm\w{1,2}|erhalte|liefert|zeigt|kommt|meldet|j'obtiens|obtiens|reçois|affiche|obtengo|recibo|muestra|devuelve|aparece|tengo|arroja|recebo|retorna|tenho|ottengo|ricevo|restituisce|compare|tritt|erscheint|wirft|renvoie|retourne|dostaj\w{1,2}|zwraca|pojawia)\b|:\s|получа|выда[её]т|отда[её]т|появля|возвраща|вижу|пишет|ошибк|падает|报错|出现|返回|提示|エラー|오류/i;

/** What makes a sentence advice, a definition, a guess or history instead of a report. */
const ADVICE =
  /\b(?:if|when(?:ever)? (?:you|the (?:log|message|error|line|status))|in case|means?|should|would (?:be|mean|indicate|cause|suggest|return|give|get)|might|may|could (?:be|mean|cause|have)|can (?:be|cause|lead|mean|happen|return|give|also)|usually|typically|commonly|generally|most common|look for|look out|e\.g\.|for example|for instance|such as|used to|instead of|rather than|avoids?|prevents?|occurs? when|indicates?|refers to|caused by|is caused|make sure|ensure|increase the|raise the|how to|guide|tutorial|checklist|solved|resolved|fixed|was gone|went away|wenn|bedeutet|sollte|würde|significa|signifie|debes|deber[ií]a|puede|podr[ií]a|suele|pode|deve|peut|devrait|una de estas|causas)\b|означает|значит|может|следует|如果|意味|可能|应该|导致|的原因/i;

/** A question that wants a yes or a no is a guess; any other tells that it happened. */
const GUESS =
  /^\W{0,6}(?:is|are|was|were|do(?!es any)|does(?! any)|did|could|can(?! any)|might|may|would|should|or|maybe|perhaps)\b/i;

const DENIED =
  /\b(?:no|not|never|without|neither|nor|isn't|don't|doesn't|didn't|aren't|kein\w{0,2}|nicht|ohne|sans|sin|sem|senza|bez)\s(?:[\w'"`]{1,14}\s){0,2}["'“`*]{0,2}$/i;

/** An entry of a list that names a message and explains it behind a dash. */
const EXPLAINED = /^\s{0,8}(?:[-*•]|\d{1,2}[.)])\s.{4,400}\s(?:[—–:]|-{1,2})\s/;

export function isExplained(line: string): boolean {
  return EXPLAINED.test(line);
}

/** True for a sentence that says what to do or what something means. */
export function isAdvice(sentence: string): boolean {
  return ADVICE.test(sentence);
}

/** True when the sentence tells that what stands at `at` was met, and neither explains, advises, guesses nor denies it. */
export function isTold(sentence: string, at: number): boolean {
  if (!REPORTS.test(sentence) || ADVICE.test(sentence)) return false;
  if (sentence.trimEnd().endsWith('?') && GUESS.test(sentence)) return false;
  return !DENIED.test(sentence.slice(Math.max(0, at - 60), at));
}

/**
 * Where sentences end: a stop, a question or exclamation mark before a blank and a capital, or a semicolon; behind a word, which is
 * no abbreviation, people go on in small letters too.
 */
const END =
  /[.!?…](?=["'”’)]{0,2}\s+["'“‘(`*]{0,2}\p{Lu})|[a-z]{4}["'”’)]?[.!?](?=\s+[a-z])|["'”’)] [.!?](?=\s)|[。！？]|;\s/gu;

export interface Sentence {
  readonly start: number;
  readonly text: string;
}

/** The sentences of a line of prose. */
export function sentencesOf(text: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (const end of text.matchAll(END)) {
    const stop = end.index + end[0].trimEnd().length;
    sentences.push({ start, text: text.slice(start, stop) });
    start = stop;
  }
  sentences.push({ start, text: text.slice(start) });
  return sentences;
}
