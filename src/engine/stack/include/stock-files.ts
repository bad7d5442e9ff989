/**
 * Files that packages ship and people include without pasting them. They set no timeout, buffer or body limit, so their
 * absence makes nothing unknown. The text holds what they do to the way of a request (Debian 12, nginx.org packages).
 */
const STOCK_FILES: readonly (readonly [suffix: string, text: string])[] = [
  ['fastcgi_params', ''],
  ['uwsgi_params', ''],
  ['scgi_params', ''],
  ['proxy_params', ''],
  ['mime.types', ''],
  ['koi-utf', ''],
  ['koi-win', ''],
  ['win-utf', ''],
  ['snippets/snakeoil.conf', ''],
  ['modules-enabled/*.conf', ''],
  ['letsencrypt/options-ssl-nginx.conf', ''],
  ['fastcgi.conf', 'fastcgi_param SCRIPT_FILENAME $document_root$fastcgi_script_name;\n'],
  [
    'snippets/fastcgi-php.conf',
    'fastcgi_split_path_info ^(.+?\\.php)(/.*)$;\n' +
      'try_files $fastcgi_script_name =404;\n' +
      'set $path_info $fastcgi_path_info;\n' +
      'fastcgi_param PATH_INFO $path_info;\n' +
      'fastcgi_index index.php;\n' +
      'include fastcgi.conf;\n',
  ],
];

/** Text that stands for a shipped file that was not pasted; null when the file is not a shipped one. */
export function stockFile(include: string): string | null {
  const match = STOCK_FILES.find(([suffix]) => include === suffix || include.endsWith(`/${suffix}`));
  return match?.[1] ?? null;
}
