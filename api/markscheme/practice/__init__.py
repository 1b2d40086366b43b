"""Practice with the tutor: conversations that quiz, plan, write and improve.

May import: answers, questions, web, llm, db, marking, domain.
"""
