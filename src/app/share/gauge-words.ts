import { grouped } from '../grouped.ts';
import { gaugeOf, REACHES, type Reach } from '../../share/size.ts';

const REACH_WORDS: Readonly<Record<Reach['where'], string>> = {
  everywhere: 'fits everywhere, Discord too',
  slack: 'fits Slack',
  mail: 'fits mail',
  teams: 'fits Teams',
  browsers: 'opens in browsers, but chats will cut it',
};

export interface SizeWords {
  readonly words: string;
  /** 0..1 of the longest link that browsers open. */
  readonly share: number;
  readonly tooLong: boolean;
}

/** @param length of the whole link */
export function sizeWords(length: number): SizeWords {
  const gauge = gaugeOf(length);
  const most = REACHES.at(-1)?.upTo ?? length;
  const count = `${grouped(length)} characters`;
  const better = gauge.excess === null ? '' : `; ${grouped(gauge.excess)} fewer reach further`;
  return {
    words: gauge.reach === null ? `${count}: too long for a link` : `${count}: ${REACH_WORDS[gauge.reach]}${better}`,
    share: Math.min(1, length / most),
    tooLong: gauge.reach === null,
  };
}
