"""Plan: the student's ideas, evidence for one, a line of argument, and an outline in their own words."""

from collections.abc import Sequence

from markscheme.answers.marker import Marker
from markscheme.domain.blocks import HintGiven, PlanIdea, PlanRole, PlanShown, PlanStep
from markscheme.domain.conversations import Move, PlanState, State
from markscheme.domain.questions import Question, Role
from markscheme.domain.readings import IdeasRead, ParagraphRead
from markscheme.questions.service import QuestionBank

from .scene import Reply, Scene, changed, entered, move, said

# The parts of an answer that a plan is held against; context alone argues nothing.
ROLES: dict[Role, str] = {
    "stated_factor": "The reason in the question",
    "reason": "Reasons",
    "alternative": "Other reasons",
    "consequence": "Results",
    "counter_argument": "The case against",
    "limit": "Limits",
}
PRECISE = 0.3
LEAST_LINE = 5
NEXT = move("That is my list", "plan", "next")
AGAIN = move("Start the plan again", "plan", "again")
HINT = move("Give me a hint", "hint")
SKIP = move("Leave that for now", "plan", "next")
WRITE_PLAN = move("Write with this plan", "write", "plan")
ASKS: dict[PlanStep, str] = {
    "ideas": "Those were all the hints for this question. Go on with the ideas you have.",
    "evidence": "Think of a name, a date, a figure or a decision that shows it.",
    "line": "Now your line: which mattered most, and why more than the next one? One sentence.",
    "done": "Your plan is done. Take it into the editor and write.",
}


class Planner:
    """Leads through a plan, one step at a time; never names an idea that the student has not named."""

    def __init__(self, bank: QuestionBank, marker: Marker) -> None:
        self._bank = bank
        self._marker = marker

    def start(self, scene: Scene) -> Reply:
        """Begin, go on to the next step, or begin again, as the button says."""
        state, plan = scene.state, scene.state.plan
        if scene.message.argument == "next" and plan.ideas:
            return self._next(state)
        fresh = scene.message.argument == "again" or plan.step == "done" or not plan.ideas
        state = entered(state, "plan", plan=PlanState() if fresh else plan)
        if not fresh:
            return self._shown(state, "Here is your plan so far. Go on where you were.", *self._moves(state))
        text = "List the reasons you would use, a few words each. I will show which parts of the question they cover."
        return self._shown(state, text, HINT)

    def skip(self, scene: Scene) -> Reply:
        """On to the next step."""
        return self._next(scene.state) if scene.state.plan.ideas else self.start(scene)

    def take(self, scene: Scene) -> Reply:
        """What was typed, taken as the step's answer."""
        step = scene.state.plan.step
        if step == "ideas":
            return self._ideas(scene)
        if step == "evidence":
            return self._evidence(scene)
        return self._line(scene)

    def hint(self, scene: Scene) -> Reply:
        """Help with the step: a nudge, then a pointer, then an area, of the question's own hints."""
        state, plan = scene.state, scene.state.plan
        question = self._question(state)
        place, step = divmod(plan.hints, 3)
        if plan.step != "ideas" or place >= len(question.hints):
            return self._shown(state, ASKS[plan.step], *self._moves(state))
        hint = question.hints[place]
        text = (hint.nudge, hint.pointer, hint.area)[step]
        state = planned(state, hints=plan.hints + 1)
        return Reply(state, (HintGiven(text=text, step=step + 1),), self._moves(state))

    def _ideas(self, scene: Scene) -> Reply:
        state, plan, question = scene.state, scene.state.plan, self._question(scene.state)
        raw = self._marker.read_json("ideas", question.id, scene.message.text)
        found = IdeasRead.model_validate_json(raw)
        known = {idea.factor_id for idea in plan.ideas if idea.factor_id}
        roles = {role.factor: role.role for role in question.roles}
        new = {
            each.factor_id: PlanIdea(
                text=each.quote, factor_id=each.factor_id, role=roles.get(each.factor_id)
            )
            for each in found.named
            if each.factor_id not in known
        }
        typed = {idea.text for idea in plan.ideas}
        others = (PlanIdea(text=each.quote) for each in found.others if each.quote not in typed)
        state = planned(state, ideas=(*plan.ideas, *new.values(), *others))
        return self._shown(state, self._heard(state, len(new), len(found.others)), *self._moves(state))

    def _heard(self, state: State, new: int, others: int) -> str:
        missing = [role.name.lower() for role in self._roles(state) if not role.covered]
        sentences = []
        if new:
            sentences.append(f"{_counted(new)} of these {'bears' if new == 1 else 'bear'} on the question.")
        if others:
            sentences.append(
                "What I could not place I have kept: you may well be able to argue it."
                if new
                else "I could not place that among this question's reasons. It is kept; name others too."
            )
        if missing:
            sentences.append(f"Nothing yet on {_listed(missing)}.")
        elif new or others:
            sentences.append("Every part of the question has something now. Add more, or go on.")
        return " ".join(sentences) or "You had these already. Add another, or go on."

    def _next(self, state: State) -> Reply:
        plan = state.plan
        if plan.step == "ideas":
            place = self._worth_proving(state)
            state = planned(state, step="evidence", asked_for=place)
            return self._shown(state, f"Take “{plan.ideas[place].text}”. What is your evidence for it?", SKIP)
        state = planned(state, step="line")
        return self._shown(state, ASKS["line"])

    def _worth_proving(self, state: State) -> int:
        """The idea that weighs most in the question; the first of those that do."""
        weights = {role.factor: role.weight for role in self._question(state).roles}
        ideas = state.plan.ideas
        return max(range(len(ideas)), key=lambda at: (weights.get(ideas[at].factor_id or "", 0.0), -at))

    def _evidence(self, scene: Scene) -> Reply:
        state, plan = scene.state, scene.state.plan
        text = scene.message.text.strip()
        place = plan.asked_for or 0
        idea = plan.ideas[place]
        read = ParagraphRead.model_validate_json(
            self._marker.read_json("paragraph", self._question(state).id, f"{idea.text}: {text}")
        )
        precise = next((part.score for part in read.parts if part.part == "evidence"), 0.0) >= PRECISE
        if not precise and not idea.evidence:
            ideas = _with_evidence(plan.ideas, place, text)
            state = planned(state, ideas=ideas)
            ask = (
                "That is the claim again rather than evidence. Add a name, a date or a figure that shows it."
            )
            return self._shown(state, ask, SKIP)
        evidence = f"{idea.evidence}; {text}" if idea.evidence else text
        state = planned(state, ideas=_with_evidence(plan.ideas, place, evidence))
        return self._next(state)

    def _line(self, scene: Scene) -> Reply:
        state, plan = scene.state, scene.state.plan
        text = scene.message.text.strip()
        if len(text.split()) < LEAST_LINE and not plan.line:
            state = planned(state, line=text)
            ask = "Make it a sentence: which mattered most, and why more than the next one?"
            return self._shown(state, ask)
        state = planned(state, line=text, step="done")
        return self._shown(state, "Your plan is done. Take it into the editor and write.", WRITE_PLAN, AGAIN)

    def _shown(self, state: State, text: str, *moves: Move) -> Reply:
        plan = state.plan
        shown = PlanShown(
            question_id=self._question(state).id,
            step=plan.step,
            roles=tuple(self._roles(state)),
            ideas=plan.ideas,
            line=plan.line,
            outline=outline(plan) if plan.step == "done" else None,
        )
        reply = said(state, text, *moves)
        return reply.then(shown) if plan.ideas or plan.step != "ideas" else reply

    def _roles(self, state: State) -> Sequence[PlanRole]:
        asked = {role.role for role in self._question(state).roles}
        covered = {idea.role for idea in state.plan.ideas}
        return [
            PlanRole(role=role, name=name, covered=role in covered)
            for role, name in ROLES.items()
            if role in asked
        ]

    def _moves(self, state: State) -> tuple[Move, ...]:
        if state.plan.step == "ideas":
            return (HINT, NEXT) if state.plan.ideas else (HINT,)
        return (SKIP,) if state.plan.step == "evidence" else ()

    def _question(self, state: State) -> Question:
        return self._bank.question(state.question_id or "")


def planned(state: State, **fields: object) -> State:
    """The state with its plan changed."""
    return changed(state, plan=state.plan.model_copy(update=fields))


def outline(plan: PlanState) -> str:
    """The plan as lines for the editor, in the student's own words."""
    lines = [f"My line: {plan.line}" if plan.line else "My line:"]
    for number, idea in enumerate(plan.ideas, start=1):
        proof = f" (evidence: {idea.evidence})" if idea.evidence else ""
        lines.append(f"{number}. {idea.text}{proof}")
    return "\n".join((*lines, "Verdict:"))


def _with_evidence(ideas: tuple[PlanIdea, ...], place: int, evidence: str) -> tuple[PlanIdea, ...]:
    idea = ideas[place].model_copy(update={"evidence": evidence})
    return (*ideas[:place], idea, *ideas[place + 1 :])


def _counted(number: int) -> str:
    return ("None", "One", "Two", "Three", "Four", "Five")[number] if number < 6 else str(number)


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"
