"""What the server answers instead of a result, in its own words.

ApiError       a call the server refuses; code and text as telegram-bot-api writes them
Impossible     something a person cannot do on a phone; a mistake in the story, not in the bot
"""


class ApiError(Exception):
    """A refusal of the server: its code, its text and its parameters."""

    def __init__(self, code: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters


class Impossible(Exception):  # noqa: N818 (a fact about the story, told in its words)
    """A person cannot do this on a phone."""


def bad_request(text: str, **parameters: int) -> ApiError:
    """The call is wrong (400)."""
    return ApiError(400, f"Bad Request: {_lowered(text)}", **parameters)


def forbidden(text: str) -> ApiError:
    """The chat is closed to the bot (403)."""
    return ApiError(403, f"Forbidden: {_lowered(text)}")


def conflict(text: str) -> ApiError:
    """Somebody else receives the updates (409)."""
    return ApiError(409, f"Conflict: {_lowered(text)}")


def too_many_requests(seconds: int) -> ApiError:
    """Too fast (429); `seconds` is how long to keep quiet."""
    return ApiError(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)


def unauthorized() -> ApiError:
    """No bot has this token (401)."""
    return ApiError(401, "Unauthorized")


def not_found(text: str = "") -> ApiError:
    """No such method, or an address that names none (404)."""
    return ApiError(404, f"Not Found: {text}" if text else "Not Found")


def too_large() -> ApiError:
    """The body is larger than an upload may be (413)."""
    return ApiError(413, "Request Entity Too Large")


def _lowered(text: str) -> str:
    """The server writes the first letter small unless a code like BUTTON_DATA_INVALID follows."""
    keeps = text[1:2].isupper() or text[1:2] == "_"
    return text if keeps else text[:1].lower() + text[1:]
