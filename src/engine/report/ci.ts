/** A workflow that refuses a change whose timeouts, buffers or pools cannot hold; it reads what the daemons read, not what grep finds. */
export const CI_WORKFLOW = `name: nginx and PHP-FPM
on:
  pull_request:
    paths: ['nginx/**', 'php/**', 'fpm/**']
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - name: Judge the configuration as the daemons read it
        run: npx stackengine check nginx php fpm --format github --fail-on error
`;
