/** The nouns of the API by the names the page uses; all are generated from the API's own description. */
import type { components } from "./schema";

type Schemas = components["schemas"];

export type Question = Schemas["QuestionView"];
export type QuestionPage = Schemas["QuestionPage"];
export type MarkScheme = Schemas["MarkScheme"];
export type Band = Schemas["Level"];
export type Hint = Schemas["Hint"];
export type Answer = Schemas["Answer"];
export type AnswerSummary = Schemas["AnswerSummary"];
export type AnswerPage = Schemas["AnswerPage"];
export type AnswerRequest = Schemas["AnswerRequest"];
export type History = Schemas["History"];
export type MarkSchemeList = Schemas["MarkSchemeList"];
export type Demand = Schemas["DemandFinding"];
export type Report = Schemas["MarkReport"];
export type Factor = Schemas["FactorFinding"];
export type Quality = Schemas["QualityFinding"];
export type Misconception = Schemas["MisconceptionFinding"];
export type Flag = Schemas["Flag"];
export type NextStep = Schemas["NextStep"];
export type SourceRef = Schemas["SourceRef"];
export type Study = Schemas["Study"];
export type Exemplar = Schemas["Exemplar"];
export type Reading = Schemas["Reading"];
export type RelatedQuestion = Schemas["RelatedQuestion"];
export type Explanation = Schemas["Explanation"];
export type ExplainedStep = Schemas["ExplainedStep"];
export type Problem = Schemas["Problem"];

export type Conversation = Schemas["Conversation"];
export type ConversationRequest = Schemas["ConversationRequest"];
export type MessageRequest = Schemas["MessageRequest"];
export type Turn = Schemas["Turn"];
export type Message = Schemas["Message"];
export type Mode = Turn["mode"];
export type Move = Schemas["Move"];
export type Action = Move["action"];
export type WordedClaim = Schemas["WordedClaim"];
export type Words = Schemas["Words"];
export type CommandGuide = Schemas["CommandGuide"];
export type Block = Turn["blocks"][number];
export type BlockKind = Block["kind"];
/** The block of one kind. */
export type BlockOf<Kind extends BlockKind> = Extract<Block, { kind: Kind }>;
export type Account = Schemas["Account"];
export type Person = Schemas["Person"];
export type LinkFor = Schemas["Link"];
export type Work = Schemas["Work"];
export type OwnSessions = Schemas["OwnSessions"];
export type Listed = Schemas["Listed"];
export type PeoplePage = Schemas["PeoplePage"];
export type Invitation = Schemas["Invitation"];
