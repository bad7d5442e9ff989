import { DOUBTFUL, list } from './host-lists.ts';

/** Top levels that members of objects, modules and script files are called after as well (`res.io`, `list.app`, `run.pl`). */
const CODE_TOPS = list('io app dev co ai cc pl pt tv us ws fm');

/** What objects, members, modules and scripts are called in every language; no site is called so. */
const CODE_VOCABULARY = list(
  `self this window document event evt ev ctx context req res request resp response reply next err error errors exc ex exception
   obj object item items row rows col column node nodes elem element el val value values var vars arg args argv param params
   prop props state key keys idx index list arr array map set dict hash tuple str string strings num number int float bool
   char byte bytes buf buffer func function fn cb callback method class instance cls super proto prototype module modules mod
   exports export imports import require pkg package core kernel base common util utils helper helpers lib libs src test tests
   spec mock fixture fixtures main run init start stop exec setup install build make check config conf cfg options opts opt
   settings setting env process proc thread task worker pool queue stack heap tree graph path file files dir stream socket conn
   connection session sess cookie cookies header headers body form field fields input output query queries sql db cursor stmt
   result results record records entity entities model models repo repository service services controller controllers
   view views template tpl layout page partial block component components widget style styles css dom html xml json yaml text
   txt title label name type kind id uid user users order orders customer product cart date time timestamp created updated math
   console log logger logging debug info net http https ngx njs lua resty cjson os sys io re jdk java javax sun kotlin scala php
   symfony laravel illuminate doctrine twig react vue angular jquery lodash axios koa redux router route routes
   location history storage client server host target source parent child children first last prev current app data awstats
   address admin contact profile account billing shipping category categories post posts comment comments tag tags role roles
   permission message messages validation lang trans translation translations pages email phone mysql default defaults ref refs slot slots attr attrs attribute attributes dataset emit`,
);

/** Languages: files of translations end in them (`messages.de.yaml`). */
const LANGUAGES = list('de fr es it pt pl nl se fi dk no ru cz sk hu ro bg gr lt lv ee ua tr jp cn kr in id');
/** Files of code and of data, which no site gives its name to. */
const CODE_FILE = /\.(?:php|phtml|js|mjs|ts|css|html?|json|ya?ml|xml|ini|txt|md|map|po|mo|xlf|xliff|resx|properties)$/i;

/** `com.example.app`: names that begin with a top level are written from the other end. */
const REVERSED = /^(?:com|org|net|edu|gov|java|javax|jdk)\./;

/**
 * Whether a dotted name under a known top level is an expression, a module or a file rather than a host.
 * For free text only: where a host must stand, any name is one.
 * @param host without the file suffixes that stand behind it in `word`
 */
export function isCodeName(word: string, host: string): boolean {
  const labels = host.split('.');
  const top = (labels.pop() ?? '').toLowerCase();
  const [first = ''] = labels;
  const suffixed = word.length > host.length && CODE_FILE.test(word);
  // Names of one or two letters are variables; the few sites called so are known from other places.
  if (labels.length === 1 && first.length <= 2) return true;
  if (labels.length === 1 && suffixed && (LANGUAGES.has(top) || DOUBTFUL.has(top))) return true;
  // `_dmarc.shop.de`, but `_self.app`.
  if (labels.length === 1 && first.startsWith('_')) return true;
  if (labels.length > 1 && REVERSED.test(host)) return true;
  if (!CODE_TOPS.has(top) && !DOUBTFUL.has(top)) return false;
  if (labels.every((label) => label.length <= 2 || CODE_VOCABULARY.has(label.toLowerCase()))) return true;
  return DOUBTFUL.has(top) && labels.some((label) => /_|[a-z][A-Z]/.test(label));
}
