"""The Datasette plugin: which address shows which page, and the headers that every answer carries."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Awaitable, Callable
from typing import Any

from datasette import hookimpl
from datasette.utils.asgi import NotFound, Request, Response

from trichtin.search.find import FactsError
from trichtin.serve import article_page, export, figure_page, search_page, thing_page
from trichtin.serve.language import LANGUAGES, Language, language_of

# Article text is hostile: whatever it holds, a browser runs nothing but our own file and asks nobody but this server.
HEADERS = {
    "content-security-policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
    " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
LOOK_EVERY = 2.0  # seconds between looks at whether the database was replaced
YEAR = 365 * 86_400

View = Callable[[Any, Request, Language], Awaitable[dict[str, Any]]]


@hookimpl
def register_routes(datasette: Any) -> list[tuple[str, Any]]:
    """Return our addresses; nothing where Datasette runs without us."""
    if not hasattr(datasette, "serves_facts"):
        return []
    return [
        (r"^/$", _page("trichtin_search.html", search_page.context)),
        (r"^/article$", _page("trichtin_article.html", article_page.context)),
        (r"^/person$", _page("trichtin_thing.html", thing_page.person)),
        (r"^/organization$", _page("trichtin_thing.html", thing_page.organization)),
        (r"^/figure$", _page("trichtin_figure.html", figure_page.context)),
        (r"^/search\.json$", export.as_json),
        (r"^/search\.csv$", export.as_csv),
    ]


def _page(template: str, view: View) -> Any:
    async def show(datasette: Any, request: Request) -> Response:
        language = language_of(request)
        try:
            context = await view(datasette, request, language)
        except LookupError as error:
            raise NotFound(str(error)) from error
        others = [(code, other, _with_language(request, code)) for code, other in LANGUAGES.items()]
        context |= {"t": language, "languages": others, "here": request.path}
        response = Response.html(await datasette.render_template(template, context, request=request))
        if request.args.get("lang") in LANGUAGES:
            response.set_cookie("lang", request.args["lang"], max_age=YEAR, httponly=True)
        return response

    return show


def _with_language(request: Request, code: str) -> str:
    from urllib.parse import parse_qsl, urlencode

    pairs = [(key, value) for key, value in parse_qsl(request.query_string) if key != "lang"]
    return f"{request.path}?{urlencode([*pairs, ('lang', code)])}"


@hookimpl
def asgi_wrapper(datasette: Any) -> Any:
    """Add our headers to every answer, Datasette's own pages included, and notice a new database."""
    if not hasattr(datasette, "serves_facts"):
        return lambda app: app
    looked = 0.0

    def wrap(app: Any) -> Any:
        async def answer(scope: Any, receive: Any, send: Any) -> None:
            nonlocal looked
            if scope["type"] != "http":
                await app(scope, receive, send)
                return
            if time.monotonic() - looked > LOOK_EVERY:
                looked = time.monotonic()
                try:
                    await asyncio.get_running_loop().run_in_executor(None, datasette.refresh)
                except (FactsError, OSError) as error:
                    logging.getLogger("trichtin").warning("the database was replaced by another file: %s", error)

            async def send_with_headers(message: Any) -> None:
                if message["type"] == "http.response.start":
                    ours = [(name.encode(), value.encode()) for name, value in HEADERS.items()]
                    kept = [pair for pair in message["headers"] if bytes(pair[0]).lower().decode() not in HEADERS]
                    message = {**message, "headers": [*kept, *ours]}
                await send(message)

            await app(scope, receive, send_with_headers)

        return answer

    return wrap
