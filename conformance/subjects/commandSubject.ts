/** A subject that speaks protocol 1 on its stdin and stdout. */
import type { ClientConversation, NormalizerConversation, Subject } from './Subject.js';
import { Talk, type TalkOptions } from './Talk.js';

export interface SubjectCommand extends TalkOptions {
  /** Milliseconds that it has to say hello; 10,000 by default. */
  startTimeout?: number;
}

export function commandSubject({
  startTimeout = 10_000,
  ...options
}: SubjectCommand): Subject<ClientConversation & NormalizerConversation> {
  return {
    async open(zone) {
      const env = { ...options.env, ...(zone !== undefined && { TZ: zone }) };
      const talk = new Talk({ ...options, env });
      await talk.start();
      const introduction = await talk.greet(startTimeout);
      return {
        introduction,
        get isOver() {
          return talk.isOver;
        },
        overheard: () => talk.overheard(),
        fetch: (what, time, patience) => talk.fetch(what, time, patience),
        normalize: (what, timeout) => talk.normalize(what, timeout),
        close: () => talk.close(),
      };
    },
  };
}
