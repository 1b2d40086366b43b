import { QueryClientProvider } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { Route, Switch, useLocation } from "wouter";

import { newQueryClient } from "../api/queries";
import { QuestionsPage } from "../features/questions/QuestionsPage";
import { Bones } from "../ui/Bones";
import { Beside } from "./Beside";
import { Crash } from "./Crash";
import { NotFound } from "./NotFound";
import { Shell } from "./Shell";

const WritePage = lazy(() => import("../features/answers/write/WritePage"));
const ImprovePage = lazy(() => import("../features/answers/write/ImprovePage"));
const AnswersPage = lazy(() => import("../features/answers/AnswersPage"));
const ReportPage = lazy(() => import("../features/answers/report/ReportPage"));
const ComparePage = lazy(() => import("../features/answers/compare/ComparePage"));
const ExplanationPage = lazy(() => import("../features/answers/explanation/ExplanationPage"));
const ProgressPage = lazy(() => import("../features/answers/progress/ProgressPage"));
const PracticePage = lazy(() => import("../features/practice/PracticePage"));
const AccountsPages = lazy(() => import("../features/accounts/AccountsPages"));
const StudyPage = lazy(() => import("../features/answers/study/StudyPage"));

const ACCOUNTS = ["/sign-in", "/setup", "/link", "/account", "/people", "/join", "/classes"];

/** The whole page: addresses on the left, what stands there on the right. */
export function App() {
  const [client] = useState(newQueryClient);
  const [path] = useLocation();
  return (
    <QueryClientProvider client={client}>
      <Shell>
        <Crash key={path}>
          <Suspense fallback={<Bones widths={["60%", "90%", "80%", "85%"]} />}>
            <Switch>
              <Route path="/" component={QuestionsPage} />
              <Route path="/questions/:id">{({ id }) => <WritePage key={id} id={id} tutor={Beside} />}</Route>
              <Route path="/practice" component={PracticePage} />
              <Route path="/answers" component={AnswersPage} />
              <Route path="/progress" component={ProgressPage} />
              <Route path="/answers/:id">{({ id }) => <ReportPage key={id} id={id} />}</Route>
              <Route path="/answers/:id/improve">{({ id }) => <ImprovePage key={id} id={id} tutor={Beside} />}</Route>
              <Route path="/answers/:id/compare">{({ id }) => <ComparePage key={id} id={id} />}</Route>
              <Route path="/answers/:id/explanation">{({ id }) => <ExplanationPage key={id} id={id} />}</Route>
              <Route path="/answers/:id/study">{({ id }) => <StudyPage key={id} id={id} />}</Route>
              {ACCOUNTS.map((place) => (
                <Route key={place} path={place} component={AccountsPages} />
              ))}
              <Route component={NotFound} />
            </Switch>
          </Suspense>
        </Crash>
      </Shell>
    </QueryClientProvider>
  );
}
