"""The commands of pactscan, put together."""

from __future__ import annotations

from functools import cache
from typing import Annotated, Any

import typer

from pactscan.cli.ask import ask
from pactscan.cli.batch import batch
from pactscan.cli.config import config
from pactscan.cli.diff import diff
from pactscan.cli.doctor import doctor
from pactscan.cli.explain import explain
from pactscan.cli.export import export
from pactscan.cli.extract import extract
from pactscan.cli.gold import evaluate, gold
from pactscan.cli.report import report
from pactscan.cli.schema import schema
from pactscan.cli.topics import help_
from pactscan.cli.version import print_version

app = typer.Typer(
    name="pactscan",
    help="Which agreements, actors, countries, dates and quotes stand in a news article, with the words they came from.",
    epilog="Exit codes: 0 done, 2 usage, 3 input, 4 model, 5 some of many failed, 6 output, 70 fault of pactscan itself.",
    rich_markup_mode=None,  # plain help: no boxes to break on a dumb terminal or in a screen reader, and nothing to import
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(invoke_without_command=True)
def root(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Print the version and exit.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="With --version: as JSON, with the models' digests.")] = False,
) -> None:
    """Take the options that stand before a command."""
    if version:
        print_version(as_json=as_json)
        raise typer.Exit
    if as_json:
        raise typer.BadParameter("goes with --version, or after a command", param_hint="--json")
    if context.invoked_subcommand is None:
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(2)


app.command()(extract)
app.command()(diff)
app.command()(batch)
app.command()(ask)
app.command()(export)
app.command()(report)
app.command()(schema)
app.command()(explain)
app.command()(gold)
app.command("eval")(evaluate)
app.command("help")(help_)
app.command()(config)
app.command()(doctor)


@cache
def command() -> Any:
    """The command line as the framework runs it."""
    return typer.main.get_command(app)
