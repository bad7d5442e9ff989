/** True in the build that puts the whole page into one file: no service worker, no editor. */
declare const __SINGLE_FILE__: boolean;
