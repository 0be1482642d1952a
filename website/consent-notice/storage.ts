import { parseAnswer, type Answer } from './answer';

/** Where the visitor's answer is kept. */
export interface AnswerStorage {
  read(): Answer | undefined;
  write(answer: Answer): void;
  forget(): void;
}

/**
 * The browser's local storage. A browser that refuses it, or has no space left, remembers the answer
 * for as long as the page is open.
 * @param key under which name
 */
export function answerStorage(key: string): AnswerStorage {
  /** Takes the storage's place once that has failed. */
  let memory: { text: string | null } | undefined;
  const set = (text: string | null) => {
    memory = undefined;
    try {
      if (text === null) localStorage.removeItem(key);
      else localStorage.setItem(key, text);
    } catch {
      memory = { text };
    }
  };
  const get = () => {
    if (memory) return memory.text;
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  return {
    read: () => parseAnswer(get()),
    write: (answer) => set(JSON.stringify(answer)),
    forget: () => set(null),
  };
}
