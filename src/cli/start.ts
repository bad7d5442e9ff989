#!/usr/bin/env node
import { createRequire } from 'node:module';
import { compiledTool } from './compiled-tool.ts';

/** Starts the tool. Compiling it anew would take longer than most of what it is asked for. */
compiledTool(import.meta.dirname).runInThisContext()(createRequire(import.meta.url));
