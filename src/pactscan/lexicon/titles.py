"""Words of address, offices and portfolios: what stands beside a person's name."""

from __future__ import annotations

from functools import cache

from pactscan.lexicon.files import read_list


@cache
def honorifics() -> frozenset[str]:
    """Words of address that are no office ("mr", "dame"), lower case without full stop."""
    return frozenset(read_list("honorifics.txt"))


@cache
def office_abbreviations() -> frozenset[str]:
    """Abbreviated offices ("sen", "gov"), lower case without full stop."""
    return frozenset(read_list("office_abbreviations.txt"))


@cache
def office_nouns() -> frozenset[str]:
    """Nouns of one word that can head a role ("minister", "spokesman"), lower case singular."""
    return frozenset(read_list("office_nouns.txt"))


@cache
def portfolios() -> frozenset[str]:
    """Words of fields of government ("defence", "affairs"), lower case."""
    return frozenset(read_list("portfolios.txt"))


@cache
def name_particles() -> frozenset[str]:
    """Lower-case words inside names of people ("bin", "van")."""
    return frozenset(read_list("name_particles.txt"))


@cache
def name_suffixes() -> frozenset[str]:
    """Words after a surname that belong to it ("jr"), lower case without full stop."""
    return frozenset(read_list("name_suffixes.txt"))


@cache
def capitalised_words() -> frozenset[str]:
    """Words that news capitalises and that name nobody."""
    return frozenset(read_list("capitalised_words.txt"))


@cache
def name_titles() -> frozenset[str]:
    """Offices that stand directly before a name, lower case ("president")."""
    return frozenset(read_list("name_titles.txt"))


@cache
def given_titles() -> frozenset[str]:
    """Offices that are given names too ("amir", "earl"), lower case."""
    return frozenset(read_list("given_titles.txt"))


@cache
def not_surnames() -> frozenset[str]:
    """Capitalised words that end names of bodies and things, never of people ("Initiative")."""
    return frozenset(read_list("not_surnames.txt"))


@cache
def peoples() -> frozenset[str]:
    """Peoples, faiths and parties that models take for one person ("Latinos")."""
    return frozenset(read_list("peoples.txt"))


@cache
def role_participles() -> frozenset[str]:
    """Participles that can stand in an office ("retired"), lower case."""
    return frozenset(read_list("role_participles.txt"))


@cache
def vessels() -> frozenset[str]:
    """Words before a name that make it a ship's or a storm's, lower case."""
    return frozenset(read_list("vessels.txt"))


@cache
def hyphen_tails() -> frozenset[str]:
    """Words after a name and a hyphen that do not belong to it ("era"), lower case."""
    return frozenset(read_list("hyphen_tails.txt"))


@cache
def thing_nouns() -> frozenset[str]:
    """Capitalised nouns that end the name of a thing, place, text or event ("Treaty", "River")."""
    return frozenset(read_list("thing_nouns.txt"))
