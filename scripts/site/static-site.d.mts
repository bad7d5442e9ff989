import type { Server } from 'node:http';

export function staticSite(root: string, onRequest?: (url: string) => void): Server;
