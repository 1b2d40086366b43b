import type { Question } from "../../api/types";
import { COMMAND_WORDS } from "../../lib/words";
import { distinct, type Filter, NO_FILTER } from "./filters";

interface FiltersProps {
  questions: readonly Question[];
  filter: Filter;
  shown: number;
  onChange: (filter: Filter) => void;
}

/** Topic, command word and marks: three lists that narrow the questions at once. */
export function Filters({ questions, filter, shown, onChange }: FiltersProps) {
  const topics = distinct(questions.map((q) => q.topic)).map((topic) => ({ value: topic, name: topic }));
  const commandWords = distinct(questions.map((q) => q.command_word)).map((word) => ({
    value: word,
    name: COMMAND_WORDS[word],
  }));
  const marks = distinct(questions.map((q) => q.max_mark))
    .sort((a, b) => a - b)
    .map((mark) => ({ value: String(mark), name: `${mark} marks` }));
  const narrowed = Object.values(filter).some(Boolean);
  return (
    <div className="filters" role="group" aria-label="Narrow the list">
      <Choice
        label="Topic"
        any="Any topic"
        options={topics}
        value={filter.topic}
        onPick={(topic) => onChange({ ...filter, topic })}
      />
      <Choice
        label="Command word"
        any="Any command word"
        options={commandWords}
        value={filter.commandWord}
        onPick={(commandWord) => onChange({ ...filter, commandWord })}
      />
      <Choice
        label="Marks"
        any="Any marks"
        options={marks}
        value={filter.marks}
        onPick={(m) => onChange({ ...filter, marks: m })}
      />
      <p className="filters-count small quiet" role="status">
        {narrowed ? `${shown} of ${questions.length} questions` : `${questions.length} questions`}
      </p>
      {narrowed && (
        <button type="button" className="button plain" onClick={() => onChange(NO_FILTER)}>
          Show all
        </button>
      )}
    </div>
  );
}

interface ChoiceProps {
  label: string;
  any: string;
  options: readonly { value: string; name: string }[];
  value: string;
  onPick: (value: string) => void;
}

function Choice({ label, any, options, value, onPick }: ChoiceProps) {
  return (
    <label className="choice">
      <span className="unseen">{label}</span>
      <select value={value} onChange={(event) => onPick(event.target.value)}>
        <option value="">{any}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.name}
          </option>
        ))}
      </select>
    </label>
  );
}
