/** What the pages ask the server for, and how long each reply stays fresh. */
import { QueryClient, queryOptions, useQuery } from "@tanstack/react-query";

import { get, post, Refused } from "./client";
import type {
  Account,
  Answer,
  AnswerPage,
  AnswerRequest,
  Conversation,
  ConversationRequest,
  Explanation,
  History,
  MarkSchemeList,
  Question,
  QuestionPage,
  Study,
} from "./types";
import { typesetAnswer, typesetExplanation, typesetQuestion, typesetScheme, typesetStudy } from "./typeset";
import { typesetConversation } from "./typesetTurn";

const FOREVER = { staleTime: Infinity, gcTime: Infinity };

export function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // We show our own offline strip; a query paused by the library would show nothing at all.
        networkMode: "always",
        retry: (failures, error) => failures < 2 && !(error instanceof Refused && !error.passing),
        retryDelay: (failures) => 400 * 2 ** failures,
        refetchOnWindowFocus: false,
        staleTime: 30_000,
      },
    },
  });
}

export const questionsQuery = queryOptions({
  queryKey: ["questions"],
  queryFn: async ({ signal }) =>
    (await get<QuestionPage>("/questions?limit=100", signal)).items.map(typesetQuestion),
  ...FOREVER,
});

export const questionQuery = (id: string) =>
  queryOptions({
    queryKey: ["question", id],
    queryFn: async ({ signal }) =>
      typesetQuestion(await get<Question>(`/questions/${encodeURIComponent(id)}`, signal)),
    ...FOREVER,
  });

/** The asker's own answers, the newest first: what the server's cookie says is theirs. */
export const answersQuery = queryOptions({
  queryKey: ["answers"],
  queryFn: async ({ signal }) => (await get<AnswerPage>("/answers?limit=100", signal)).items,
});

/** The four mark schemes that any answer can be read by. */
export const schemesQuery = queryOptions({
  queryKey: ["schemes"],
  queryFn: async ({ signal }) => (await get<MarkSchemeList>("/mark-schemes", signal)).items.map(typesetScheme),
  ...FOREVER,
});

/** An answer and its report are written once, so one reading is enough; so is one by another mark scheme. */
export const answerQuery = (id: string, schemeId: string | null = null) =>
  queryOptions({
    queryKey: schemeId === null ? ["answer", id] : ["answer", id, schemeId],
    queryFn: async ({ signal }) =>
      typesetAnswer(await get<Answer>(`/answers/${encodeURIComponent(id)}${byScheme(schemeId)}`, signal)),
    ...FOREVER,
  });

/** The part of an address that asks for another mark scheme. */
export function byScheme(schemeId: string | null): string {
  return schemeId === null ? "" : `?scheme=${encodeURIComponent(schemeId)}`;
}

/** This answer and the attempts it improved on, the first attempt first. */
export const historyQuery = (id: string) =>
  queryOptions({
    queryKey: ["history", id],
    queryFn: async ({ signal }) =>
      (await get<History>(`/answers/${encodeURIComponent(id)}/history`, signal)).items,
    ...FOREVER,
  });

export const studyQuery = (id: string) =>
  queryOptions({
    queryKey: ["study", id],
    queryFn: async ({ signal }) =>
      typesetStudy(await get<Study>(`/answers/${encodeURIComponent(id)}/study`, signal)),
    ...FOREVER,
  });

/** How the mark came about; kept as long as the report is. */
export const explanationQuery = (id: string, schemeId: string | null) =>
  queryOptions({
    queryKey: ["explanation", id, schemeId],
    queryFn: async ({ signal }) =>
      typesetExplanation(await get<Explanation>(`${explanationPath(id)}${byScheme(schemeId)}`, signal)),
    ...FOREVER,
  });

/** A conversation with the tutor. Another tab may have gone on with it, so coming back to this one reads it again. */
export const conversationQuery = (id: string) =>
  queryOptions({
    queryKey: ["conversation", id],
    queryFn: async ({ signal }) =>
      typesetConversation(await get<Conversation>(`/conversations/${encodeURIComponent(id)}`, signal)),
    refetchOnWindowFocus: true,
  });

export async function beginConversation(request: ConversationRequest, key: string): Promise<Conversation> {
  return typesetConversation(await post<Conversation>("/conversations", request, key));
}

export const explanationPath = (id: string) => `/answers/${encodeURIComponent(id)}/explanation`;

/** Who is signed in, and whether anybody can sign in here. */
export const accountQuery = queryOptions({
  queryKey: ["account"],
  queryFn: ({ signal }) => get<Account>("/account", signal),
  ...FOREVER,
});

export const useAccount = () => useQuery(accountQuery);
export const useQuestions = () => useQuery(questionsQuery);
export const useQuestion = (id: string) => useQuery(questionQuery(id));
export const useAnswers = () => useQuery(answersQuery);
export const useAnswer = (id: string) => useQuery(answerQuery(id));
export const useHistory = (id: string) => useQuery(historyQuery(id));
export const useStudy = (id: string) => useQuery(studyQuery(id));

export interface HandIn {
  answer: AnswerRequest;
  key: string;
}

export async function handIn({ answer, key }: HandIn): Promise<Answer> {
  return typesetAnswer(await post<Answer>("/answers", answer, key));
}
