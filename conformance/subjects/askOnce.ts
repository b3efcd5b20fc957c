/** Starts a process, asks it one thing, and ends it. */
import { Talk, type TalkOptions } from './Talk.js';

/** @throws BrokenSubject where there is no such program */
export async function askOnce<Answer>(
  options: TalkOptions,
  ask: (talk: Talk) => Promise<Answer>,
): Promise<{ answer: Answer; heard: string }> {
  const talk = new Talk(options);
  let answer: Answer;
  try {
    await talk.start();
    const asked = ask(talk);
    talk.endInput();
    answer = await asked;
  } finally {
    await talk.close();
  }
  return { answer, heard: talk.overheard() };
}
