/** A server as a subject. */
import { send } from '../reference/send.js';
import type { Subject } from '../subjects/Subject.js';
import { ServerConversation } from './ServerConversation.js';
import type { ServerReached } from './ServerReached.js';

/** @param reached what is left out is as it is: requests are sent, and waits waited */
export function serverSubject(
  reached: Omit<ServerReached, 'send' | 'sleep'> & Partial<Pick<ServerReached, 'send' | 'sleep'>>,
): Subject<ServerConversation> {
  return {
    open: async () => new ServerConversation({ send, sleep: pause, ...reached }),
  };
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
