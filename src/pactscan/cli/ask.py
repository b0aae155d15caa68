"""``pactscan ask``: questions to a store."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple, TypeVar

import typer

from pactscan.cli import ink
from pactscan.cli.emit import check_stdout, emitting
from pactscan.cli.options import chosen, day, first_day, last_day, same_file
from pactscan.cli.talk import say
from pactscan.model import AgreementForm, AgreementStatus

if TYPE_CHECKING:
    from pactscan.ask import Corpus
    from pactscan.askmodel import Answer, Filters

Kind = TypeVar("Kind", bound=StrEnum)
SHOWN = 50
"""Rows of a page for people, unless they ask for more; programs get all."""


class Question(StrEnum):
    """What can be asked."""

    TIMELINE = "timeline"
    AGREEMENT = "agreement"
    SAID = "said"
    ACTORS = "actors"
    COUNTRIES = "countries"
    NETWORK = "network"
    CONFLICTS = "conflicts"
    SEARCH = "search"
    NEW = "new"


class AnswerFormat(StrEnum):
    """How an answer is written."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"
    GRAPHML = "graphml"
    DOT = "dot"


class _Asked(NamedTuple):
    """A question with all that goes with it; `words` is "" where the question takes none."""

    question: Question
    words: str
    filters: Filters
    about: str | None
    since: str
    limit: int | None


TERMS = {Question.AGREEMENT: "NAME or ID", Question.SAID: "NAME", Question.SEARCH: "WORDS"}
"""Questions that take words, and what these are."""
OF_AGREEMENTS = {Question.TIMELINE, Question.NETWORK, Question.CONFLICTS, Question.NEW}
"""Questions that all filters apply to."""
GRAPHS = {AnswerFormat.GRAPHML, AnswerFormat.DOT}


def ask(
    store: Annotated[Path, typer.Argument(metavar="STORE", help="A store (.db) that 'pactscan batch' wrote.")],
    question: Annotated[Question, typer.Argument(metavar="QUESTION", help=f"One of {', '.join(Question)}.")],
    words: Annotated[list[str] | None, typer.Argument(metavar="[WORDS]", help="agreement: name or ID; said: name; search: words.")] = None,
    party: Annotated[
        list[str] | None, typer.Option("--party", metavar="WHO", help="ISO code, country, demonym or body; all given.")
    ] = None,
    form: Annotated[list[str] | None, typer.Option("--form", metavar="FORMS", help="Forms as treaty,memorandum; any given.")] = None,
    status: Annotated[list[str] | None, typer.Option("--status", metavar="STATUSES", help="Statuses as signed; any given.")] = None,
    from_: Annotated[str | None, typer.Option("--from", metavar="DATE", callback=first_day, help="Not before YYYY[-MM[-DD]].")] = None,
    to: Annotated[str | None, typer.Option("--to", metavar="DATE", callback=last_day, help="Not after YYYY[-MM[-DD]].")] = None,
    about: Annotated[str | None, typer.Option("--about", metavar="TERM", help="said: with that word, country, agreement ID.")] = None,
    since: Annotated[str | None, typer.Option("--since", metavar="YYYY-MM-DD", callback=day, help="new: published since then.")] = None,
    written: Annotated[AnswerFormat, typer.Option("--format", help="How to write it; graphs are of network.")] = AnswerFormat.TEXT,
    as_json: Annotated[bool, typer.Option("--json", help="Short for --format json.")] = False,
    raw: Annotated[bool, typer.Option("--raw", help="CSV as the data is: no guard against formulas, nothing escaped.")] = False,
    limit: Annotated[
        int | None, typer.Option("--limit", min=0, metavar="N", help=f"Rows, 0 for all  [default: {SHOWN} as text, else all]")
    ] = None,
    output: Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write to FILE, whole or not at all.")] = None,
    color: Annotated[ink.When, typer.Option("--color", help="When to colour; NO_COLOR and FORCE_COLOR are heeded.")] = ink.When.AUTO,
    quiet: Annotated[bool, typer.Option("-q", "--quiet", help="Say nothing on stderr but errors.")] = False,
    debug: Annotated[bool, typer.Option("--debug", help="Show the traceback of an error.")] = False,  # noqa: ARG001  (the boundary reads it)
) -> None:
    """Ask a store about all its articles: agreements by date, who said what, who contradicts whom.

    Counts are of stories: copies of one report are one. Of agreements, --from and --to mean their dates; else days of publication.
    """
    from pactscan.ask import asking
    from pactscan.askmodel import Filters

    written = AnswerFormat.JSON if as_json else written
    _check(question, written, raw=raw, party=party, about=about, since=since, narrowed=bool(form or status))
    filters = Filters(tuple(party or ()), _named(form, AgreementForm, "--form"), _named(status, AgreementStatus, "--status"), from_, to)
    _check_days(from_, to)
    shown = SHOWN if limit is None and written is AnswerFormat.TEXT else limit
    asked = _Asked(question, _words(question, words), filters, about, since or "", shown or None)
    _check_output(store, output)
    with asking(store) as corpus:
        if not (corpus.was_joined or quiet):
            say(f"{store}: its agreements were joined for this question alone; 'pactscan batch' keeps them joined")
        answer = _answer(corpus, asked)
    with emitting(output) as emit:
        for piece in _pieces(answer, written, raw=raw, color=ink.color_of(color, output), width=ink.width(output)):
            emit(piece)


def _named(values: Iterable[str] | None, kind: type[Kind], option: str) -> tuple[Kind, ...]:
    """The members that ``--status signed,ratified`` names."""
    return tuple(kind(name) for name in chosen(values, [member.value for member in kind], option))


def _words(question: Question, words: list[str] | None) -> str:
    told = " ".join(words or ()).strip()
    if question in TERMS and not told:
        raise typer.BadParameter(f"{question.value} needs {TERMS[question]}", param_hint="WORDS")
    if question not in TERMS and told:
        raise typer.BadParameter(f"{question.value} takes no words; to narrow it use --party, --from …", param_hint="WORDS")
    return told


def _check(
    question: Question,
    written: AnswerFormat,
    *,
    raw: bool,
    party: list[str] | None,
    about: str | None,
    since: str | None,
    narrowed: bool,
) -> None:
    """What goes with what."""
    if about is not None and question is not Question.SAID:
        raise typer.BadParameter("goes with said", param_hint="--about")
    if (since is not None) != (question is Question.NEW):
        raise typer.BadParameter("new needs a day" if since is None else "goes with new", param_hint="--since")
    if party and question not in OF_AGREEMENTS | {Question.ACTORS}:
        raise typer.BadParameter(f"does not narrow {question.value}", param_hint="--party")
    if narrowed and question not in OF_AGREEMENTS:
        raise typer.BadParameter(f"do not narrow {question.value}", param_hint="--form and --status")
    if written in GRAPHS and question is not Question.NETWORK:
        raise typer.BadParameter(f"{written.value} goes with network", param_hint="--format")
    if raw and written is not AnswerFormat.CSV:
        raise typer.BadParameter("goes with --format csv", param_hint="--raw")


def _check_days(first: str | None, last: str | None) -> None:
    if first and last and first > last:
        raise typer.BadParameter(f"{first} comes after {last}", param_hint="--from and --to")


def _check_output(store: Path, output: Path | None) -> None:
    if output is None:
        check_stdout()
    elif same_file(str(store), output):
        raise typer.BadParameter(f"{output} is the store; it would be overwritten", param_hint="--output")


def _answer(corpus: Corpus, asked: _Asked) -> Answer:
    from pactscan import ask

    filters, limit = asked.filters, asked.limit
    answers: dict[Question, Callable[[], Answer]] = {
        Question.TIMELINE: lambda: ask.timeline(corpus, filters, limit=limit),
        Question.AGREEMENT: lambda: ask.agreement(corpus, asked.words),
        Question.SAID: lambda: ask.said(corpus, asked.words, filters, about=asked.about, limit=limit),
        Question.ACTORS: lambda: ask.actors(corpus, filters, limit=limit),
        Question.COUNTRIES: lambda: ask.countries(corpus, filters, limit=limit),
        Question.NETWORK: lambda: ask.network(corpus, filters, limit=limit),
        Question.CONFLICTS: lambda: ask.conflicts(corpus, filters, limit=limit),
        Question.SEARCH: lambda: ask.search(corpus, asked.words, filters, limit=limit),
        Question.NEW: lambda: ask.new_since(corpus, asked.since, filters, limit=limit),
    }
    return answers[asked.question]()


def _pieces(answer: Answer, written: AnswerFormat, *, raw: bool, color: str | None, width: int) -> Iterator[str]:
    from pactscan import codec
    from pactscan.render import comma, markdown, structured
    from pactscan.render.answers import graph, terminal
    from pactscan.render.answers.table import table

    if written is AnswerFormat.JSON:
        yield structured.page(codec.answer_to_dict(answer))
    elif written is AnswerFormat.CSV:
        yield from comma.table(table(answer).names, table(answer).rows, raw=raw)
    elif written is AnswerFormat.MARKDOWN:
        yield from markdown.table(table(answer).names, table(answer).rows, numbers=table(answer).numbers)
    elif written in GRAPHS:
        yield from getattr(graph, written.value)(answer)
    else:
        yield terminal.answer(answer, width=width, color=color)
