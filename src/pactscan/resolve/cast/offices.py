"""What an office says of the state it is held for: by its title, by a body or party in it, by being one of states only."""

from __future__ import annotations

import re

from pactscan.lexicon.actors import words_in
from pactscan.lexicon.countries_contexts import us_states
from pactscan.lexicon.organisations import known_bodies
from pactscan.lexicon.state_offices import home_words, state_offices
from pactscan.lexicon.titles import portfolios
from pactscan.model import ActorKind


def without_adjectives(role: str) -> str:
    """A role without small words before an office of a state ("influential senator")."""
    words = role.split()
    for k in range(1, len(words)):
        if not words[k - 1].islower():
            break
        if " ".join(words[k:]).lower() in state_offices():
            return " ".join(words[k:])
    return role


def plain(office: str) -> str:
    """An office in lower case without its owner and words of rank before it."""
    head = re.split(r" (?:of|for|to|at|in) ", office, maxsplit=1)[0]
    owner = head.rpartition("'s ")[0]
    held = office[len(owner) + 3 :] if owner else office
    words = re.sub(r"^(?:then|ex|former)-(?=\w)", "", held).split()
    while len(words) > 1 and words[0] in words_in("ranks"):
        words = words[1:]
    while len(words) > 1 and (n := _american(words)):
        words = words[n:]
    bare = " ".join(words).rstrip(".")
    return f"{owner}'s {bare}" if owner and bare in words_in("of_any_body") else bare


def _american(words: list[str]) -> int:
    """How many words before an office name a state of the United States ("New Hampshire Gov.")."""
    return next((n for n in (2, 1) if n < len(words) and " ".join(words[:n]).title() in us_states()), 0)


def american_office(role: str) -> bool:
    """Whether a role is held for a state of the United States, or for it in Congress ("former Ohio Gov.", "Vermont Sen.")."""
    words = [w for w in role.replace("’", "'").split() if w == "New" or w.lower() not in words_in("ranks")]
    n = _american(words)
    return n > 0 and words[n].rstrip(".").lower() in words_in("american")


def listed(office: str) -> str | None:
    """The one state whose press title `office` is; "assistant secretary of state for Africa" goes by its first words."""
    words = office.split()
    for n in range(len(words), 0, -1):
        if n == len(words) or words[n] in ("for", "of", "from", "and", "to"):
            code = state_offices().get(" ".join(words[:n]))
            if code:
                return code
    return None


def is_state_office(office: str) -> bool:
    """Whether an office, in lower case, is one of a state: a listed one, or a minister or secretary with a portfolio."""
    if " and " in office and all(is_state_office(part) for part in office.split(" and ")):
        return True
    office = office.removeprefix("deputy ")
    words = office.split()
    if office in state_offices() or "government's" in words:
        return True
    if words[-1] in ("minister", "secretary", "spokesman", "spokeswoman", "spokesperson") and len(words) > 1:
        return all(w in portfolios() or w in words_in("beside_portfolios") for w in words[:-1])
    if len(words) > 2 and words[1] in ("of", "for", "to", "in"):
        if words[0] in ("minister", "secretary"):
            return any(w in portfolios() or w == "ministry" for w in words[2:])
        if words[0].startswith("spokes"):
            return any(w in ("ministry", "department", "government") for w in words[2:])
        return words[0] == "ambassador"
    return words[0] in words_in("of_states") or words[:2] == ["permanent", "secretary"]


def of_many_states(office: str) -> bool:
    """Whether an office is one of an international organisation."""
    words = office.split()
    known = known_bodies()
    forms = (" ".join(words[i : i + n]) for i in range(len(words)) for n in (1, 2, 3, 4))
    return any(form in known and known[form].kind is ActorKind.IGO for form in forms)


def body_state(office: str) -> str | None:
    """The state of a body, seat or party that the office names ("White House spokesman", "Republican nominee")."""
    words = office.replace("’", "'").split()
    tie = next((k for k, word in enumerate(words) if word in ("of", "for", "at", "in", "to")), len(words))
    for i in range(len(words)):
        for n in (4, 3, 2, 1):
            name = " ".join(words[i : i + n])
            body = known_bodies().get(name)
            if body and body.country and not (body.kind is ActorKind.GROUP and _goes_before(words, i)):
                return body.country
            if i < tie and name in home_words():
                return home_words()[name]
    return None


def _goes_before(words: list[str], i: int) -> bool:
    """Whether a capital before word `i` makes another party of the one that starts there ("Social Democratic Party")."""
    return i > 0 and words[i - 1][0].isupper() and words[i - 1].lower() not in words_in("ranks") and words[i - 1] not in home_words()
