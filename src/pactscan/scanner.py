"""Article → Report: the one place that joins find to resolve."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from pactscan.explainmodel import Explained
from pactscan.find import pipeline
from pactscan.find.case import readable
from pactscan.lexicon.files import added_digest
from pactscan.lexicon.own import use_lexicon
from pactscan.marks import MarkedArticle
from pactscan.model import NOUNS, Agreement, Article, ArticleInfo, Date, Failure, Quote, Report, Tool
from pactscan.version import __version__

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from pactscan.marks.countries import CountryMark
    from pactscan.resolve.cast import Cast

BATCH = 16
"""Articles parsed together; throughput is flat beyond."""

FAULT = 70
"""Exit code of a fault of ours."""


class Dating(NamedTuple):
    """How dates are reckoned where the text leaves it open."""

    mode: Literal["auto", "news", "narrative"] = "auto"
    """From the day of writing (news), from the date told last (narrative), or as the text suggests."""
    order: Literal["DMY", "MDY", "YMD"] | None = None
    """Which of 3/4/2021 is the day; None where the article's other dates have to tell."""


DATING = Dating()


class Scanner:
    """Reads articles into reports. Loading the model takes about half a second; one scanner serves any number of articles."""

    def __init__(
        self,
        model: str = "sm",
        *,
        allow_unverified: bool = False,
        only: Iterable[str] = NOUNS,
        dating: Dating = DATING,
        lexicon: Path | None = None,
    ) -> None:
        """`lexicon` is a folder of word lists to read beside ours; all scanners of a process have the same (LexiconError if not)."""
        if lexicon is not None:
            use_lexicon(lexicon)
        self.only = frozenset(only)
        self.dating = dating
        self.nlp, info = pipeline.load(model, allow_unverified=allow_unverified)
        self.tool = Tool("pactscan", __version__, info, pipeline.GEMM, options_of(self.only, dating))

    def scan(self, article: Article) -> Report:
        """The report of one article."""
        return next(self.scan_all([article]))

    def scan_all(self, articles: Iterable[Article]) -> Iterator[Report]:
        """The reports of `articles`, in their order."""
        for doc, article in self._parsed(articles):
            yield self.report(article, doc)

    def outcomes(self, articles: Iterable[Article], *, strict: bool = False) -> Iterator[Report | Failure]:
        """As `scan_all`, but a fault of ours in one article is a Failure and the others go on; with `strict` it is raised."""
        for doc, article in self._parsed(articles):
            try:
                outcome: Report | Failure = self.report(article, doc)
            except Exception as error:
                if strict:
                    raise
                outcome = Failure(article.source, f"internal error: {type(error).__name__}: {error} (--debug shows where)", FAULT)
            yield outcome

    def explain(self, article: Article) -> tuple[Explained, ...]:
        """The agreements of one article, each with the words and the rule behind every value of its record."""
        doc, _ = next(self._parsed([article]))
        if article.language != "en" or not article.text.strip():
            return ()
        return explained(MarkedArticle(article, doc), self.dating)

    def _parsed(self, articles: Iterable[Article]) -> Iterator[tuple[Doc, Article]]:
        pairs = ((readable(article), article) for article in articles)
        yield from self.nlp.pipe(pairs, as_tuples=True, batch_size=BATCH)

    def report(self, article: Article, doc: Doc) -> Report:
        """The report of an article whose parse is at hand."""
        if article.language != "en" or not article.text.strip():
            return Report(self.tool, info_of(article), notes=article.notes)
        return read_nouns(MarkedArticle(article, doc), self.tool, self.only, self.dating)


def options_of(only: Iterable[str] = NOUNS, dating: Dating = DATING) -> tuple[tuple[str, str], ...]:
    """The options that differ from the default and change values, as ``tool.options`` has them."""
    nouns = [noun for noun in NOUNS if noun in set(only)]
    told = {
        "date-order": dating.order,
        "dates": dating.mode if dating.mode != "auto" else None,
        "lexicon": added_digest(),
        "only": ",".join(nouns) if nouns != list(NOUNS) else None,
    }
    return tuple((name, value) for name, value in told.items() if value is not None)


def read_nouns(marked: MarkedArticle, tool: Tool, only: frozenset[str] = frozenset(NOUNS), dating: Dating = DATING) -> Report:
    """Find and resolve the nouns in `only`, each from those it stands on."""
    from pactscan.find.countries import mark_countries
    from pactscan.find.names import mark_names
    from pactscan.resolve.cast import resolve_cast
    from pactscan.resolve.countries import resolve_countries
    from pactscan.resolve.notes import notes_on

    country_marks = mark_countries(marked)
    cast = resolve_cast(marked, mark_names(marked, country_marks), country_marks)
    dates = _dates(marked, dating) if only & {"dates", "agreements"} else ()
    quotes = _quotes(marked, cast) if "quotes" in only else ()
    agreements = _agreements(marked, cast, country_marks, dates) if "agreements" in only else ()
    return Report(
        tool=tool,
        article=info_of(marked.article),
        actors=cast.actors if "actors" in only else (),
        countries=resolve_countries(marked, country_marks) if "countries" in only else (),
        dates=dates if "dates" in only else (),
        quotes=quotes,
        agreements=agreements,
        notes=notes_on(marked.article, dates if "dates" in only else (), quotes, agreements),
    )


def explained(marked: MarkedArticle, dating: Dating = DATING) -> tuple[Explained, ...]:
    """As `read_nouns` finds the agreements, with the reasons."""
    from pactscan.find.agreements import mark_agreements
    from pactscan.find.countries import mark_countries
    from pactscan.find.names import mark_names
    from pactscan.resolve.agreements import explain_agreements
    from pactscan.resolve.cast import resolve_cast

    country_marks = mark_countries(marked)
    cast = resolve_cast(marked, mark_names(marked, country_marks), country_marks)
    return explain_agreements(marked, mark_agreements(marked, country_marks), cast, country_marks, _dates(marked, dating))


def _dates(marked: MarkedArticle, dating: Dating) -> tuple[Date, ...]:
    from pactscan.find.dates import mark_dates
    from pactscan.resolve.dates import resolve_dates

    return resolve_dates(marked, mark_dates(marked), mode=dating.mode, date_order=dating.order)


def _quotes(marked: MarkedArticle, cast: Cast) -> tuple[Quote, ...]:
    from pactscan.find.quotes import mark_quotes
    from pactscan.resolve.quotes import resolve_quotes

    return resolve_quotes(marked, mark_quotes(marked), cast)


def _agreements(marked: MarkedArticle, cast: Cast, countries: tuple[CountryMark, ...], dates: tuple[Date, ...]) -> tuple[Agreement, ...]:
    from pactscan.find.agreements import mark_agreements
    from pactscan.resolve.agreements import resolve_agreements

    return resolve_agreements(marked, mark_agreements(marked, countries), cast, countries, dates)


def info_of(article: Article) -> ArticleInfo:
    """What the report says of its article; the text goes with it, and `codec` leaves it out unless it is asked for."""
    return ArticleInfo(
        id=article.id,
        source=article.source,
        outlet=article.outlet,
        language=article.language,
        title=article.title,
        published=article.published,
        published_from=article.published_from,
        sha256=article.sha256,
        encoding=article.encoding,
        characters=len(article.text),
        words=len(article.text.split()),
        text=article.text,
    )
