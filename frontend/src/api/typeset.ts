/** The server's plain quotes become printed ones where the page shows them. A student's words stay as they are. */
import { curly } from "../lib/quotes";
import type { Answer, Demand, Explanation, MarkScheme, Question, Report, Study } from "./types";

export function typesetQuestion(question: Question): Question {
  const { guide, hints } = question;
  return {
    ...question,
    text: curly(question.text),
    topic: curly(question.topic),
    guide: {
      ...guide,
      name: curly(guide.name),
      do: curly(guide.do),
      trap: curly(guide.trap),
      signal: curly(guide.signal),
    },
    hints: hints.map(({ nudge, pointer, area }) => ({
      nudge: curly(nudge),
      pointer: curly(pointer),
      area: curly(area),
    })),
  };
}

export function typesetScheme(scheme: MarkScheme): MarkScheme {
  const levels = scheme.levels.map((level) => ({
    ...level,
    name: curly(level.name),
    knowledge: curly(level.knowledge),
    judgement: curly(level.judgement),
  }));
  return { ...scheme, levels };
}

export function typesetReport(report: Report): Report {
  return {
    ...report,
    summary: curly(report.summary),
    factors: report.factors.map((factor) => ({
      ...factor,
      name: curly(factor.name),
      advice: curly(factor.advice),
      sources: factor.sources.map((source) => ({ ...source, title: curly(source.title) })),
    })),
    // A report stored before there were demands has none.
    demands: ((report.demands as Demand[] | undefined) ?? []).map((demand) => ({
      ...demand,
      missing: curly(demand.missing),
      advice: curly(demand.advice),
    })),
    qualities: report.qualities.map((quality) => ({ ...quality, descriptor: curly(quality.descriptor) })),
    misconceptions: report.misconceptions.map((error) => ({ ...error, correction: curly(error.correction) })),
    next_steps: report.next_steps.map((step) => ({ ...step, text: curly(step.text) })),
    flags: report.flags.map((flag) => ({ ...flag, message: curly(flag.message) })),
  };
}

export function typesetAnswer(answer: Answer): Answer {
  return { ...answer, report: typesetReport(answer.report) };
}

export function typesetStudy(study: Study): Study {
  return {
    ...study,
    exemplars: study.exemplars.map((exemplar) => ({
      ...exemplar,
      comment: curly(exemplar.comment),
      report: typesetReport(exemplar.report),
    })),
    sources: study.sources.map((reading) => ({
      ...reading,
      source: { ...reading.source, title: curly(reading.source.title) },
      factors: reading.factors.map(curly),
    })),
    related_questions: study.related_questions.map((related) => ({
      ...related,
      question: typesetQuestion(related.question),
    })),
  };
}

export function typesetExplanation(explanation: Explanation): Explanation {
  return {
    ...explanation,
    question: curly(explanation.question),
    summary: curly(explanation.summary),
    steps: explanation.steps.map((step) => ({
      ...step,
      label: curly(step.label),
      detail: curly(step.detail),
    })),
    held_down: explanation.held_down.map(curly),
    would_raise: explanation.would_raise.map(({ text, gain }) => ({ text: curly(text), gain })),
    meaning: explanation.meaning.map(curly),
    flags: explanation.flags.map(curly),
  };
}
