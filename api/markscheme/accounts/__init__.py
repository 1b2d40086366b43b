"""The accounts room: schools, people, sign-in and who may do what.

May import: web and db below it. Whoever stands above asks `guard` who is there, never a cookie.
"""
