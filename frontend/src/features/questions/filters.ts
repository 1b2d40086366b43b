import type { Question } from "../../api/types";

export interface Filter {
  topic: string;
  commandWord: string;
  marks: string;
}

export const NO_FILTER: Filter = { topic: "", commandWord: "", marks: "" };

export function matches(question: Question, filter: Filter): boolean {
  return (
    (!filter.topic || question.topic === filter.topic) &&
    (!filter.commandWord || question.command_word === filter.commandWord) &&
    (!filter.marks || String(question.max_mark) === filter.marks)
  );
}

export interface Topic {
  name: string;
  questions: Question[];
}

/** Questions under their topics, both in the order in which the list has them. */
export function byTopic(questions: readonly Question[]): Topic[] {
  const topics = new Map<string, Question[]>();
  for (const question of questions) {
    const found = topics.get(question.topic);
    if (found) found.push(question);
    else topics.set(question.topic, [question]);
  }
  return Array.from(topics, ([name, found]) => ({ name, questions: found }));
}

/** Each value once, in the order of the list. */
export function distinct<T>(values: readonly T[]): T[] {
  return Array.from(new Set(values));
}
