import type { Person } from "../../api/types";

/** The roles as one says them. */
export const ROLES: Record<Person["role"], string> = {
  student: "Student",
  teacher: "Teacher",
  head_of_department: "Head of department",
  administrator: "Administrator",
};
